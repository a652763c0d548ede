"""What an editor makes of a file of records."""

from typing import Any

from govdocs.read.nodes import Mapping, Node, Scalar, Sequence


def as_editor_sees(node: Node) -> Any:
    """A node as an editor reads it, by the rules of YAML 1.2."""
    match node:
        case Mapping():
            return {entry.key.text: as_editor_sees(entry.value) for entry in node}
        case Sequence():
            return [as_editor_sees(item) for item in node.items]
        case Scalar(text, _, quoted):
            if not quoted and text in ("true", "false"):
                return text == "true"
            if not quoted and text.lstrip("-").isdigit():
                return int(text)
            return text
