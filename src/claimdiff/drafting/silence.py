"""Find sentences that tell of somebody's silence: they become notes, never assertions of the silent party."""

import re

from claimdiff.drafting.phrases import QUOTED, Spoken

_SILENT = re.compile(
    r"\b(?:did not|didn['’]t|does not|doesn['’]t|has not|hasn['’]t|have not|had not|made no|makes no|did not immediately|"
    r"has yet to|have yet to|is yet to|are yet to|without) "
    r"(?:yet |publicly |immediately |further |directly |otherwise |even |specifically |explicitly )*"
    r"(?:mention(?:ed|ing)?|address(?:ed|ing)?|refer(?:red|ring)? to|say(?:ing)?|said|comment(?:ed|ing)?|respond(?:ed|ing)?|"
    r"repl(?:y|ied)|name|named|specify|specified|disclosed?|elaborated?|reference(?: to)?|answer(?:ed)?|explain(?:ed)?)\b"
    r"|\b(?:declined|declines|refused|refuses) to "
    r"(?:say|comment|answer|discuss|elaborate|give|name|be drawn|specify|confirm or deny)\b"
    r"|\b(?:said|says|say) nothing (?:about|of|on)\b|\b(?:was|were|is|are|remained|remains|stayed) silent (?:on|about)\b"
    r"|\b(?:could|cannot|can) not be reached\b|\bno (?:mention|word) (?:of|on|from)\b"
    r"|\bgave no (?:details?|reasons?|date|figures?)\b"
    r"|\b(?:omits|omitted|leaves out|left out)\b|\bapproached for comment\b"
    r"|\bcontacted .{1,60} for comment\b|\bmade no comment\b"
    r"|^neither\b.{1,80}\b(?:responded|replied|commented|answered|returned|mention(?:s|ed)|address(?:es|ed)|"
    r"(?:said|says|say) (?:whether|how|when|why|what|if|anything|so|who|where))\b"
    r"|\b(?:would not|will not|wouldn['’]t|won['’]t|could not|couldn['’]t) "
    r"(?:say|comment|be drawn|discuss|elaborate|specify|disclose|name|give (?:details?|reasons?|figures?)|confirm or deny)\b"
    r"|\bfail(?:s|ed|ing)? to (?:say|mention|explain|specify|disclose|address|respond|reply|answer|comment)\b"
    r"|\b(?:said|says) (?:that )?(?:it|he|she|they) (?:did not|does not|do not|would not|could not|never|had no) "
    r"comment\b|\bwould not comment\b|\bhad no comment\b"
    r"|\bdid not feature\b|\b(?:was|were) not mentioned\b",
    re.IGNORECASE,
)
_SPEECH_BEFORE = re.compile(
    r"\b(?:said|says|say|told|added|claimed|insisted|accused|according to|argued|alleged|complained|confirmed|denied|warned|"
    r"announced|admitted|conceded|acknowledged|stressed|urged|promised|dismissed|rejected|defended|criticised|criticized)\b",
    re.IGNORECASE,
)

_ASIDE = re.compile(r" ?, (?:who|which) [^,]{1,80},")
"""A clause beside a name: what somebody has not said there does not make the sentence one of silence."""
_BUT_SAID = re.compile(
    r"\b(?:but|though|although|and) .*\b(?:said|says|added|confirmed|stressed|insisted|told|denied|admitted|acknowledged|"
    r"promised|pointed out|argued|noted)\b",
    re.IGNORECASE,
)
"""After words on somebody's silence: what was said all the same ("declined to comment, but a spokesman said")."""


def silent(spoken: Spoken) -> bool:
    """Tell whether the sentence, outside what it quotes, tells of silence and of nothing that anybody said."""
    outside = " ".join("“”" if token.text == QUOTED else token.text for token in spoken.tokens)
    outside = re.sub(r" (['’]\w)", r"\1", outside)
    outside = _ASIDE.sub(",", outside)
    match = _SILENT.search(outside)
    if match is None:
        return False
    if _BUT_SAID.search(outside, match.end()):
        return False
    return (
        not _SPEECH_BEFORE.search(outside[: match.start()])
        and not spoken.entered
        and "“”" not in outside[match.end() :]
    )
