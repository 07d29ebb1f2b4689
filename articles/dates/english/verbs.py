"""The verbs that tell whether a clause is of the past or of the future, before a date and after."""

import re

from articles.dates.wording import by_first_letter

DOING = (
    "meeting|visiting|hosting|holding|travell?ing|arriving|leaving|returning|playing|launching"
    "|opening|closing|releasing|speaking|appearing"
)
FIGURES = (
    r"(?:figures?|data|results|sales|numbers|statistics|reports?|earnings|output|orders|prices"
    r"|minutes|surveys?|readings?)"
)
BENT_ON = "set going about able likely ready wants? intends? hopes? aims? needs?".split()
AHEAD = (
    r"(?:will|would|shall|must|to)\sbe\s\w+ly\s\w+ed",
    *r"(?-i:will|may(?!\shave|\sbe\s\w+ing\b)) ['’]ll shall won['’]t would might(?!\shave) must"
    r" should scheduled due"
    r" expect(?:s|(?<!than\sexpect)(?<!\bas\sexpect)ed)?"
    r" plan(?<!(?:the|its|his|her|our)\splan)(?<!a\splan)(?<!their\splan)s?"
    r" upcoming slated next(?!\sto) effective expires? ha(?:ve|s)\sto"
    r" could(?!\snot|\s?n['’]t|\sbe\s(?:reached|located|found|seen|heard)) as\s(?:early|soon)\sas"
    r" begins starts resumes? continues convenes? departs arrives premieres opens reopens"
    r" closes ends runs meets hears airs takes?\s(?:effect|place|office)"
    r" goes\s(?:on|into|to|before) travels\sto leaves\s(?:the|for|office|in|on)"
    r" retires steps\sdown turns\s\d+ heads?\sto unveils kicks\soff"
    r" plays\s(?:again|host|at) hosts\s(?:an?|the|its) holds\s(?:an?|its|talks|elections?)"
    r" faces\s(?:trial|court|voters|an?\s(?:vote|hearing|trial|re-?election|ballot))"
    r" go(?:es)?\sto\sthe\s(?:polls|ballot) returns\s(?:to|from) comes\sto\san\send concludes"
    r" enters?\sinto\sforce defends\s(?:his|her|its|their)\stitle"
    r" debuts\s(?:on|in) speaks\s(?:at|before)"
    r" appears\s(?:at|before|in\scourt) comes\s(?:out|into|before)"
    r" go(?:es)?\s(?:on\ssale|out|live) set\sfor"
    r" forecast\s(?:for|to) ahead\s(?:of|to) planned\s(?:an?|the)".split(),
    *(rf"{verb}\sto" for verb in ["is", "are", "was", "were", "be", *BENT_ON]),
    *(rf"{verb}\s(?:forecast|{DOING})" for verb in ("is", "are")),
    *(  # "lawmakers return to", but not "his return to"
        rf"{verb}(?<=\w{{3}}s\s{verb})\s(?:to|from|on|in|for)"
        for verb in ("return", "vote", "travel")
    ),
    *(rf"{verb}(?<!to\s{verb})(?<!not\s{verb})\son" for verb in ("begin", "resume")),
    *(rf"{verb}\s(?:\S+\s){{0,3}}{FIGURES}" for verb in ("reports", "releases", "publishes")),
    *(  # "Wales play Italy", but not "to play Italy", "did not play Italy"
        rf"{verb}(?<!to\s{verb})(?<!not\s{verb})\s(?-i:[A-Z])\w+"
        for verb in ("play", "face", "host", "visit", "meet")
    ),
)
SEEMED = "found known thought believed said reported appeared seemed proved shown happened".split()
# Before a date, what was agreed, ordered or offered lies ahead, though it is told in the past.
INTENDED = (
    *(
        rf"{verb}\s(?:to|for)"
        for verb in "agree(?:ment|d|s)? decision decided deal pact propos(?:al|ed|es) bid planned"
        " offer(?:ed|s)? planning pledged? promised? vow(?:ed|s)? wanted intended hop(?:ed|ing)"
        " aimed needed order(?:ed|s)?".split()
    ),
    # … but not "was found to be infected on Monday"
    "to"
    + "".join(rf"(?<!{verb}\sto)" for verb in SEEMED)
    + r"\s(?:be|begin|start|meet|hold|visit|open|launch|end|take|run|appear|release|report"
    r"|announce|close|vote|leave|arrive|return|decide|hear|complete)",
)
# What had been planned for a day was over by then, or was put off.
IRREGULAR = (
    r"had\s(?:\w+\s)?been\s(?:scheduled|expected|due|planned|set|supposed)(?:\sto\s\w+)?"
    r" w(?:as|ere)\ssupposed\sto\s\w+"
    " was were had did said told made took went came got gave saw found left felt put held brought"
    " began kept wrote stood ran lost paid met led won sold fell rose grew became sent built spoke"
    " bought broke drew drove fought thought caught taught shot hit cut shut set sat sought knew"
    " threw flew chose died been has have won't showed struck beat swept spent dealt forced"
    " seen known found given taken written done gone shown born driven chosen"
).split()
# "to be paid", "to hit" and "would cut" aren't past, nor is the adjective in "a proposed sale".
NOT_PAST = (
    r"(?<!\bbe\s)(?<!\bto\s)(?<!\b(?:will|must)\s)(?<!\b(?:would|might|could|shall)\s)"
    r"(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bits\s)"
)
NOT_A_VERB = (
    "un(?!veil|cover|earth|fold|leash|load|lock|seat)"
    "|succeed|proceed|exceed|need|indeed|speed|feed|seed"
)
VERB = rf"(?:{by_first_letter(IRREGULAR)}|(?!{NOT_A_VERB})[a-z]{{2,14}}ed)"
PAST = rf"(?={VERB}\b){NOT_PAST}{VERB}"  # first the verb, which few words are
BEGIN = r"\b(?=[a-z'’])"  # of a word, not its end
VERB_BEFORE = re.compile(
    rf"{BEGIN}(?:(?P<future>{by_first_letter([*AHEAD, *INTENDED])})|(?P<past>{PAST}))\b",
    re.IGNORECASE,
)
VERB_AFTER = re.compile(
    rf"{BEGIN}(?:(?P<future>{by_first_letter(AHEAD)})|(?P<past>{PAST}))\b", re.IGNORECASE
)
