"""Seeded words, sentences and figures: the same seed gives the same papers."""

import random

from govdocs.compose.blocks import Counter, Emphasis, Inline, Number, Paragraph, ParagraphKind, Strong, Text
from govdocs.places import Place

_NOUNS = """
capacity demand referral ward clinic budget contract pathway provider audit register appointment vacancy rota
threshold forecast reserve tender building bed result review meeting member practice pharmacy transport winter
"""
_VERBS = "rises falls holds returns moves improves changes follows covers reaches limits supports delays replaces"
_ADJECTIVES = "monthly local planned urgent shared recurrent regional weekly agreed provisional joint elective"
_LINKS = "while because although once where whenever unless before after until"
NOUNS, VERBS, ADJECTIVES, LINKS = (words.split() for words in (_NOUNS, _VERBS, _ADJECTIVES, _LINKS))
LONG_SENTENCES = 0.6
MARKED_PARAGRAPHS = 0.3
PLACE = Place("benchmarks/words.py")


class Writer:
    """Writes text at random from one seed, and numbers what it writes."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)  # noqa: S311 - papers, not secrets
        self.seed = seed

    def clause(self) -> str:
        choose = self.random.choice
        return f"the {choose(ADJECTIVES)} {choose(NOUNS)} {choose(VERBS)} the {choose(NOUNS)} of the {choose(NOUNS)}"

    def sentence(self) -> str:
        text = self.clause()
        if self.random.random() < LONG_SENTENCES:
            text += f" {self.random.choice(LINKS)} {self.clause()}"
        return text[0].upper() + text[1:] + "."

    def text(self, words: int) -> str:
        sentences: list[str] = []
        while sum(len(sentence.split()) for sentence in sentences) < words:
            sentences.append(self.sentence())
        return " ".join(sentences)

    def phrase(self) -> str:
        return f"{self.random.choice(ADJECTIVES)} {self.random.choice(NOUNS)}".capitalize()

    def inlines(self, words: int) -> tuple[Inline, ...]:
        text = self.text(words)
        if self.random.random() < MARKED_PARAGRAPHS:
            return (Strong((Text(self.phrase()),)), Text(f": {text} "), Emphasis((Text(self.sentence()),)))
        return (Text(text),)

    def paragraph(self, words: int, number: Number | None = None) -> Paragraph:
        return Paragraph(self.inlines(words), PLACE, number)

    def plain(self, text: str, kind: ParagraphKind = ParagraphKind.BODY) -> Paragraph:
        return Paragraph((Text(text),), PLACE, kind=kind)

    def amount(self) -> str:
        value = self.random.randint(-4_000, 90_000) / 10
        return f"({-value:,.1f})" if value < 0 else f"{value:,.1f}"

    def number(self, *values: int) -> Number:
        """The number ``3.14`` of a heading or a paragraph."""
        pattern = ".".join(f"{{{level}}}" for level in range(1, len(values) + 1))
        text = ".".join(map(str, values))
        return Number(text, pattern, values, (Counter.DECIMAL,) * len(values), f"{self.seed}-text")
