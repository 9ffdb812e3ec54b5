"""Names as someone could give them who means harm, or does not know better."""

from hypothesis import strategies as st

LISTED = (
    *("../../x", "/abs/x", "a/b", "a\\b", "..", ".", "", " ", "-rf", "~", "~/x", "C:x", "con", "NUL.txt", "x.", "x "),
    *("r[1]", "r*", "r?", "**", "{a,b}", "a=1", "case=5", "s3:x", "file:x", "[/x]", "[bold]", "[red]x[/blue]"),
    *(
        ":smile:",
        "$x$",
        "$5_$",
        "\\frac{",
        "_x",
        "{0}",
        "{name}",
        "%s",
        "<b>&amp;</b>",
        "</script>",
        "--> ]]>",
        '"',
        "'",
    ),
    *("`id`", "=1+1", "+1+1", "-1+1", "@x", "\tx", "'=1", "＝1", "-5", "1", "007", "1e3", "true", "null", "NA", "nan"),
    *("self", "改革前", "垃圾 (12 h)", "e\u0301", "\u202egnp", "a\u200bb", "😀", "x" * 300, "改" * 200, "a\nb"),
)
"""Each broke something once, here or in a neighbouring tool."""

SIGNS = st.characters(exclude_categories=("Cs", "Cc"))
hostile = st.sampled_from(LISTED) | st.text(SIGNS, min_size=1, max_size=40)
"""Any name but one with signs that a file refuses: control signs and halves of others."""
