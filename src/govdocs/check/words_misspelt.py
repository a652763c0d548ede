"""Spellings that no dictionary has, and that people type all the same."""

from collections.abc import Mapping
from typing import Final

#: A wrong spelling and the right one; a bar stands for a blank. None of the wrong ones is a word anywhere.
_SPELLINGS = """
    abandonned:abandoned abscence:absence absense:absence accesible:accessible accessable:accessible
    accomodate:accommodate accomodated:accommodated accomodating:accommodating accomodation:accommodation
    accross:across acheive:achieve acheived:achieved acheivement:achievement acheiving:achieving
    achievment:achievement acomodation:accommodation acquisiton:acquisition activies:activities activites:activities
    adddress:address additon:addition additonal:additional adequatly:adequately adherance:adherence adition:addition
    adminstration:administration adminstrative:administrative admited:admitted advertisment:advertisement
    aggreed:agreed aggreement:agreement agred:agreed agreeed:agreed agreeement:agreement agreemnt:agreement
    agressive:aggressive alledged:alleged allocaton:allocation alocated:allocated alocation:allocation alot:a|lot
    alreday:already alternativly:alternatively ammend:amend ammended:amended ammendment:amendment
    ammendments:amendments ammount:amount analsyis:analysis analyis:analysis anaylsis:analysis annualy:annually
    anual:annual aparent:apparent aplication:application apointed:appointed apointment:appointment apolgies:apologies
    apologees:apologies apologes:apologies apparant:apparent appartment:apartment appendicies:appendices
    appendicy:appendix applicaton:application applicatons:applications appoinment:appointment appointmet:appointment
    appologies:apologies appoved:approved appriased:appraised approvel:approval approximatly:approximately
    apraisal:appraisal aproval:approval aprove:approve aproved:approved aproximately:approximately aprroved:approved
    arguement:argument arrangemnts:arrangements arrangment:arrangement arrangments:arrangements asess:assess
    assesed:assessed assesment:assessment assesments:assessments assessement:assessment assistence:assistance
    assocation:association associaton:association assurence:assurance aswell:as|well atendance:attendance
    atleast:at|least attendence:attendance audting:auditing authorites:authorities authorties:authorities
    authorty:authority autority:authority avaialble:available availabilty:availability availablity:availability
    availale:available availible:available avaliable:available avialable:available awarness:awareness
    backround:background balence:balance basicly:basically beacuse:because becasue:because becomming:becoming
    becuase:because beggining:beginning begining:beginning behavoir:behaviour behavour:behaviour beleive:believe
    beleived:believed benefical:beneficial beneficary:beneficiary benefitial:beneficial benifit:benefit
    benifits:benefits bougth:bought boundry:boundary brouchure:brochure budegt:budget budgetry:budgetary bugdet:budget
    buget:budget buisness:business busines:business bussiness:business calender:calendar campain:campaign
    capabilty:capability capactiy:capacity capcity:capacity catagory:category categorys:categories cemetary:cemetery
    cemetry:cemetery certian:certain chairamn:chairman chairmain:chairman challange:challenge challanges:challenges
    changable:changeable charachter:character chariman:chairman circumstaces:circumstances circumstanses:circumstances
    collaberation:collaboration collabrative:collaborative colleages:colleagues collegue:colleague
    collegues:colleagues comission:commission comissioned:commissioned comissioner:commissioner
    comissioning:commissioning comitee:committee comiting:committing comitment:commitment comitted:committed
    comittee:committee commencment:commencement commision:commission commisioned:commissioned commisioner:commissioner
    commisioners:commissioners commisioning:commissioning commissionning:commissioning commissoning:commissioning
    commited:committed commitee:committee commitees:committees committe:committee committment:commitment
    committments:commitments commttee:committee commuity:community communicaton:communication communites:communities
    communtiy:community compatability:compatibility compatable:compatible competant:competent competative:competitive
    competetive:competitive complaince:compliance complience:compliance compulsary:compulsory
    comunication:communication comunities:communities comunity:community concensus:consensus concious:conscious
    conditon:condition confidental:confidential confidentiallity:confidentiality confidentialty:confidentiality
    congradulate:congratulate consensous:consensus consistancy:consistency consistant:consistent
    consituency:constituency constitiution:constitution constituancy:constituency consulation:consultation
    consultaion:consultation consultaton:consultation contarct:contract continous:continuous continously:continuously
    continualy:continually continuty:continuity contribition:contribution contribtion:contribution
    contributon:contribution controled:controlled controling:controlling convienient:convenient convinient:convenient
    coordiantor:coordinator corespondence:correspondence corporte:corporate correspondance:correspondence
    correspondant:correspondent coucil:council coucillor:councillor coucillors:councillors couincil:council
    councellor:councillor councellors:councillors councilers:councillors councilior:councillor councillers:councillors
    councillior:councillor councills:councils counil:council critera:criteria critisism:criticism curent:current
    currenly:currently currenty:currently custmer:customer deadine:deadline decesion:decision decison:decision
    decisons:decisions defecit:deficit deficet:deficit definate:definite definately:definitely definatly:definitely
    definitly:definitely delagated:delegated delegeted:delegated delievery:delivery deliverd:delivered
    deliverey:delivery deparment:department departement:department dependancies:dependencies dependancy:dependency
    dependend:dependent desicion:decision desparate:desperate detatched:detached determin:determine
    develoment:development develope:develop developement:development developements:developments developmet:development
    developpment:development devlopment:development devolopment:development diferent:different difficut:difficult
    diffrent:different dificult:difficult dilema:dilemma directer:director disapointed:disappointed
    disapointing:disappointing disasterous:disastrous discrepencies:discrepancies discrepency:discrepancy
    discused:discussed discusion:discussion discussio:discussion dispite:despite disproportionatly:disproportionately
    dissapointed:disappointed dissapointing:disappointing dissapointment:disappointment disscussed:discussed
    disscussion:discussion distict:district distrct:district docment:document docuemnt:document
    documention:documentation documnet:document eachother:each|other ecomonic:economic econmic:economic
    efective:effective effciency:efficiency effeciency:efficiency efficency:efficiency efficent:efficient
    electical:electrical elegible:eligible eligable:eligible eligibilty:eligibility embarass:embarrass
    embarassing:embarrassing embarassment:embarrassment emergancy:emergency emergeny:emergency enagement:engagement
    engagment:engagement enrolement:enrolment enviornment:environment enviroment:environment
    enviromental:environmental enviroments:environments environement:environment equaly:equally equipement:equipment
    equiptment:equipment equivalant:equivalent equivelent:equivalent equivilent:equivalent escallate:escalate
    escalted:escalated especialy:especially essencial:essential estabished:established establishement:establishment
    estimte:estimate evaluaton:evaluation evalution:evaluation evidance:evidence excecutive:executive
    excellant:excellent excercise:exercise excersise:exercise exectuive:executive executve:executive
    exellent:excellent exercice:exercise existance:existence existant:existent expeced:expected expediture:expenditure
    expendature:expenditure expenditue:expenditure expereince:experience experiance:experience experianced:experienced
    expidenture:expenditure explaination:explanation explination:explanation extention:extension extentions:extensions
    extremly:extremely facilites:facilities facilties:facilities facilty:facility familar:familiar
    feasability:feasibility feasable:feasible februrary:February febuary:February feburary:February finace:finance
    finacial:financial finaly:finally financal:financial finanical:financial fincancial:financial finnance:finance
    forcast:forecast forcasted:forecast forcasts:forecasts foreward:foreword forsee:foresee forseeable:foreseeable
    forseen:foreseen forteen:fourteen fourty:forty fouth:fourth freind:friend fuction:function fufil:fulfil
    fulfiled:fulfilled fulfull:fulfil fullfil:fulfil funcion:function fundemental:fundamental
    fundementally:fundamentally funtion:function furher:further furthur:further futher:further garantee:guarantee
    gaurantee:guarantee generaly:generally govenance:governance govenment:government govenor:governor
    govenors:governors goverance:governance govermance:governance goverment:government goverments:governments
    governace:governance governement:government governence:governance goverors:governors gradualy:gradually
    graffitti:graffiti grafitti:graffiti grammer:grammar gratefull:grateful greatful:grateful guage:gauge
    guarentee:guarantee guarenteed:guaranteed guidence:guidance guidline:guideline guidlines:guidelines
    happend:happened harassement:harassment harrasment:harassment harrassment:harassment havent:haven't
    healthcae:healthcare heigth:height heirarchy:hierarchy hieght:height higest:highest hospial:hospital
    hosptal:hospital hosptial:hospital househld:household idenitfy:identify identfied:identified identifed:identified
    illegable:illegible imediate:immediate imediately:immediately imediatly:immediately immeadiately:immediately
    immediatly:immediately implemenation:implementation implementaion:implementation implementaton:implementation
    implemention:implementation implemeted:implemented implimentation:implementation implimented:implemented
    imporvement:improvement improvemnt:improvement improvment:improvement improvments:improvements
    inacurate:inaccurate incase:in|case includng:including inclued:include inclusivness:inclusiveness
    increasd:increased increse:increase inculding:including incured:incurred indentified:identified
    indepedent:independent independance:independence independant:independent independantly:independently
    indispensible:indispensable inefficency:inefficiency inevitible:inevitable infact:in|fact infomation:information
    infomed:informed informaton:information informtion:information infrastrcuture:infrastructure
    infrastruture:infrastructure infrastucture:infrastructure infromation:information inital:initial
    initally:initially initative:initiative initatives:initiatives initiatve:initiative inititally:initially
    innoculation:inoculation inorder:in|order insted:instead instiution:institution insufficent:insufficient
    insurence:insurance intergrate:integrate intergrated:integrated intergration:integration interuption:interruption
    intervension:intervention intial:initial intially:initially intrested:interested introducton:introduction
    invesment:investment investement:investment investigaton:investigation investmet:investment irelevant:irrelevant
    irrelevent:irrelevant issuse:issues itinery:itinerary knowledgable:knowledgeable knowlege:knowledge lable:label
    labratory:laboratory laison:liaison langauge:language leaglly:legally legislaton:legislation
    legistlation:legislation leisue:leisure lenght:length levle:level liase:liaise liased:liaised liasing:liaising
    liasion:liaison liason:liaison libarary:library libary:library licencing:licensing likelyhood:likelihood
    likley:likely liklihood:likelihood litrature:literature loacl:local locaiton:location maintainance:maintenance
    maintainence:maintenance maintanance:maintenance maintenace:maintenance maintenence:maintenance
    manadatory:mandatory managemnet:management managment:management manditory:mandatory mangagement:management
    mangement:management manoeuver:manoeuvre manouvre:manoeuvre markted:marketed matereal:material
    mathematicaly:mathematically measurment:measurement meating:meeting meaures:measures medecine:medicine
    medicice:medicine meeeting:meeting meetng:meeting membeship:membership membrs:members memeber:member
    memebers:members memership:membership memorandem:memorandum mentined:mentioned millenium:millennium
    minimun:minimum minites:minutes miniumum:minimum miniutes:minutes mintues:minutes minumum:minimum
    mischevious:mischievous mispelled:misspelled mispelt:misspelt mitgate:mitigate mitgation:mitigation
    mitigatation:mitigation mitigaton:mitigation moniter:monitor monitered:monitored monitering:monitoring
    monitord:monitored monthy:monthly montly:monthly morgage:mortgage municiple:municipal naturaly:naturally
    neccesary:necessary neccessarily:necessarily neccessary:necessary necesarily:necessarily necesary:necessary
    necessarly:necessarily necessery:necessary negociate:negotiate negociation:negotiation negotation:negotiation
    neigbourhood:neighbourhood neighboorhood:neighbourhood neighbourghood:neighbourhood neighbourhhod:neighbourhood
    noone:no|one notfied:notified noticable:noticeable nuber:number nusery:nursery objecton:objection
    objectves:objectives objetive:objective observaton:observation obsticle:obstacle occassion:occasion
    occassional:occasional occassionally:occasionally occassions:occasions occurance:occurrence occurances:occurrences
    occured:occurred occurence:occurrence occurences:occurrences occuring:occurring ocupancy:occupancy offcer:officer
    offical:official officals:officials officier:officer omited:omitted ommision:omission ommission:omission
    ommitted:omitted operatonal:operational oportunity:opportunity oppertunity:opportunity opportunites:opportunities
    opportuntiy:opportunity oppurtunity:opportunity oraganisation:organisation organisaton:organisation
    organisatons:organisations organistion:organisation organsation:organisation organsiation:organisation
    orginal:original orgnaisation:organisation originaly:originally otherwies:otherwise oustanding:outstanding
    ouststanding:outstanding outcoms:outcomes outpaitent:outpatient outsanding:outstanding overal:overall
    oversite:oversight overun:overrun overveiw:overview paitent:patient paitents:patients palnning:planning
    paralell:parallel parallell:parallel parliment:parliament parlimentary:parliamentary partership:partnership
    particapate:participate participaton:participation particlar:particular particulary:particularly
    particurlarly:particularly partnerhip:partnership partnerhsip:partnership partnershp:partnership
    passanger:passenger pateint:patient pateints:patients pathyway:pathway paticipants:participants patinet:patient
    patinets:patients pavillion:pavilion payed:paid peformance:performance percentange:percentage percieve:perceive
    percieved:perceived perfom:perform perfomance:performance performace:performance performence:performance
    permanant:permanent perminent:permanent permision:permission permissable:permissible permited:permitted
    perscribing:prescribing perscription:prescription persistant:persistent personel:personnel personell:personnel
    persue:pursue persued:pursued persuing:pursuing phsyical:physical physcial:physical planninng:planning
    plannning:planning playgound:playground posession:possession posible:possible possesion:possession
    possibilty:possibility possiblity:possibility potental:potential potentialy:potentially practioner:practitioner
    practioners:practitioners practitoner:practitioner preceed:precede preceeded:preceded preceeding:preceding
    preceedings:proceedings precident:precedent predominently:predominantly preferance:preference prefered:preferred
    prefering:preferring preformance:performance prepartion:preparation prescibing:prescribing presense:presence
    presentaion:presentation presentaton:presentation pressent:present previos:previous previosly:previously
    previouse:previous previsouly:previously previuos:previous prgoramme:programme priorites:priorities
    prioritites:priorities prioritsation:prioritisation priortise:prioritise priorty:priority priveledge:privilege
    privelege:privilege privilage:privilege privledge:privilege probaly:probably probelm:problem proceding:proceeding
    procedue:procedure proceedure:procedure proceedures:procedures procument:procurement procuremnt:procurement
    procurment:procurement procurring:procuring profesional:professional professonal:professional
    proffesional:professional proffessional:professional progamme:programme progess:progress programe:programme
    programmme:programme progrmme:programme prominant:prominent promiss:promise pronounciation:pronunciation
    propasal:proposal propertys:properties propery:property propety:property proporton:proportion proposial:proposal
    propsal:proposal propsed:proposed protocal:protocol provded:provided provisonal:provisional provsion:provision
    pubished:published publically:publicly publicy:publicly purchace:purchase purpsoe:purpose pursuade:persuade
    quaility:quality qualitiy:quality qualtity:quality qualty:quality quartely:quarterly quartlery:quarterly
    quartley:quarterly quater:quarter quaterly:quarterly questionaire:questionnaire questionaires:questionnaires
    questionnare:questionnaire questons:questions quorem:quorum quorom:quorum realy:really reasonble:reasonable
    reccomend:recommend reccomendation:recommendation reccomendations:recommendations reccomended:recommended
    reccommend:recommend reccommendation:recommendation reccommendations:recommendations reccommended:recommended
    receieve:receive receieved:received receit:receipt recevied:received recieivng:receiving reciept:receipt
    reciepts:receipts recieve:receive recieved:received recieves:receives recieving:receiving recived:received
    recomend:recommend recomendation:recommendation recomendations:recommendations recomended:recommended
    recommedation:recommendation recommedations:recommendations recommendaton:recommendation
    recommentations:recommendations reconcilation:reconciliation reconcilliation:reconciliation recruiment:recruitment
    recruitement:recruitment recuitment:recruitment redevelopement:redevelopment reducton:reduction referal:referral
    referals:referrals refered:referred refering:referring refferal:referral reffered:referred refference:reference
    refurbishement:refurbishment refurbisment:refurbishment regading:regarding regester:register regualr:regular
    regualtion:regulation reguarding:regarding regularily:regularly regulary:regularly regulaton:regulation
    rehabilation:rehabilitation rehabiliation:rehabilitation reimbursment:reimbursement releif:relief
    relevence:relevance relevent:relevant reliablity:reliability religous:religious remaning:remaining
    remeber:remember renumeration:remuneration repetative:repetitive repitition:repetition reponse:response
    reponsibility:responsibility reponsible:responsible represenative:representative representaive:representative
    representatve:representative representitive:representative representitives:representatives
    representives:representatives repsonse:response repsonsibility:responsibility repsonsible:responsible
    reqested:requested requiremnts:requirements requirment:requirement requirments:requirements requsted:requested
    resdients:residents reseach:research reserach:research residentail:residential residental:residential
    residnets:residents resilence:resilience resiliance:resilience resorces:resources resouce:resource
    resouces:resources resourse:resource resourses:resources respectivly:respectively responce:response
    responces:responses responsability:responsibility responsibile:responsible responsibilites:responsibilities
    responsibilties:responsibilities responsibilty:responsibility responsiblities:responsibilities
    responsiblity:responsibility restuarant:restaurant retreive:retrieve retrospecively:retrospectively reveiw:review
    reveiwed:reviewed reviewd:reviewed revison:revision rigourous:rigorous routinley:routinely
    safegarding:safeguarding safegaurd:safeguard safegaurding:safeguarding safeguardng:safeguarding
    safegurading:safeguarding saftey:safety satifactory:satisfactory satisfactorally:satisfactorily
    satisfactorly:satisfactorily satisifed:satisfied scedule:schedule schdule:schedule scheduel:schedule
    scheudle:schedule secratary:secretary secretery:secretary sectons:sections securty:security sence:sense
    sentance:sentence sepcific:specific seperate:separate seperated:separated seperately:separately
    seperation:separation serivce:service serivces:services servcie:service servcies:services servies:services
    servive:service severly:severely sevice:service sevices:services shedule:schedule shortfal:shortfall shoud:should
    signficant:significant signifcant:significant significantely:significantly significanty:significantly
    significent:significant signifigant:significant signiture:signature similarily:similarly similiar:similar
    simular:similar sincerly:sincerely sitation:situation situaton:situation situtation:situation somone:someone
    souce:source specalist:specialist specifc:specific specificaton:specification specificly:specifically
    specilaist:specialist spreadsheat:spreadsheet stakehoders:stakeholders stakeholdes:stakeholders
    stakeholers:stakeholders stakholder:stakeholder startegy:strategy stategy:strategy statistcs:statistics
    statment:statement statments:statements statuatory:statutory statuory:statutory statutary:statutory staus:status
    steet:street stratagy:strategy strategc:strategic strategey:strategy stratergic:strategic stratergy:strategy
    strenght:strength strenghten:strengthen strengthend:strengthened strengthing:strengthening structre:structure
    struture:structure submision:submission submited:submitted submiting:submitting subsitute:substitute
    subsquent:subsequent substancial:substantial substantialy:substantially succesful:successful
    succesfully:successfully successfull:successful succsessful:successful sucess:success sucessful:successful
    sucessfully:successfully sufficent:sufficient sufficently:sufficiently suficient:sufficient sugested:suggested
    suggeston:suggestion sumary:summary supercede:supersede superceded:superseded supersceded:superseded
    suport:support suported:supported supose:suppose suppport:support supprt:support suprise:surprise
    suprised:surprised surgey:surgery surgury:surgery surveilance:surveillance surveilence:surveillance
    surveillence:surveillance susequent:subsequent sustainabiltiy:sustainability sustainabilty:sustainability
    sustainablity:sustainability sustainibility:sustainability sustainible:sustainable symetrical:symmetrical
    tabeled:tabled tariif:tariff tarrif:tariff tarriff:tariff techincal:technical tecnical:technical teh:the
    temperary:temporary temporay:temporary tempory:temporary tenent:tenant thankyou:thank|you thats:that's
    theraputic:therapeutic therefroe:therefore thier:their thorougly:thoroughly thorughout:throughout
    thoughout:throughout threshhold:threshold throughly:thoroughly througout:throughout tommorow:tomorrow
    tommorrow:tomorrow tranfer:transfer tranfered:transferred tranformation:transformation tranport:transport
    transfered:transferred transfering:transferring transforamtion:transformation transformaton:transformation
    transparancy:transparency transparant:transparent transperancy:transparency transpot:transport trasnport:transport
    treament:treatment treatement:treatment treatmet:treatment truely:truly tution:tuition twelth:twelfth
    typicaly:typically unaminous:unanimous unanamous:unanimous unanimosly:unanimously unanimoulsy:unanimously
    unanimousy:unanimously unavailabe:unavailable uncertianty:uncertainty underspened:underspent
    undertakeing:undertaking unecessary:unnecessary unforseen:unforeseen unfortunatley:unfortunately
    unfortunatly:unfortunately univeristy:university univerity:university unneccessary:unnecessary
    unnecesary:unnecessary untill:until updateing:updating upto:up|to usally:usually usefull:useful usualy:usually
    utilites:utilities utillise:utilise vacany:vacancy vaccancies:vacancies vacciation:vaccination
    vaccinaton:vaccination vaccum:vacuum vacency:vacancy variaton:variation varience:variance variences:variances
    vehciles:vehicles vehical:vehicle vehicals:vehicles verfied:verified verison:version vetinary:veterinary
    vicinty:vicinity visability:visibility visably:visibly volonteer:volunteer volunters:volunteers
    voluntery:voluntary voluntry:voluntary vulnarable:vulnerable vulnerble:vulnerable vunerability:vulnerability
    vunerable:vulnerable waranty:warranty wating:waiting weakeness:weakness weakneses:weaknesses wether:whether
    whch:which whcih:which wheather:whether wheter:whether wich:which withdrawl:withdrawal withdrawls:withdrawals
    witheld:withheld withing:within withold:withhold witholding:withholding worforce:workforce workfoce:workforce
    workfore:workforce workig:working workshp:workshop writen:written writting:writing wrtten:written yeild:yield
"""

#: Wrong spellings in small letters, each with the right one.
MISSPELT: Final[Mapping[str, str]] = {
    wrong: right.replace("|", " ") for wrong, _, right in (pair.partition(":") for pair in _SPELLINGS.split())
}
