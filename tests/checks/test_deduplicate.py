"""What `make check` prints: each mistake once, in our words."""

from checks.deduplicate import deduplicated

BUILT = """\
INFO    -  Building documentation to directory: site
ERROR   -  docs/x.md:8: the braces cannot be read: unexpected '}'; check that each quote and bracket has its partner
ERROR   -  docs/x.md:9: there is no glossary term 'a'; did you mean 'b'?
WARNING -  [macros] - ERROR # _Macro Syntax Error_

_File_: `x.md`

_Line 2 in Markdown file:_ **unexpected '}'**
```markdown
{{ term("adopter") }.
```
WARNING -  [macros] - ERROR # _Macro Syntax Error_

_File_: `z.md`

_Line 2 in Markdown file:_ **unexpected '}'**
```markdown
{{ x }.
```
WARNING -  Doc file 'x.md' contains a link '../y.md', but the target 'y.md' is not found among documentation files.
WARNING -  Doc file 'x.md' contains a link '#nowhere', but there is no such anchor on this page.
WARNING -  Doc file 'x.md' contains a link 'other.md', but the target is not found among documentation files.
WARNING -  Doc file 'z.md' contains a link 'y.md', but the target is not found among documentation files.
WARNING -  The following pages exist in the docs directory, but are not included in the "nav" configuration:
  - first-hour.md
WARNING -  A reference to 'first-hours.md' is included in the 'nav' configuration, which is not found in the documentation files.

Aborted with 9 errors in strict mode!
"""
READ = """\
docs/x.md:9: there is no glossary term 'a'; did you mean 'b'?
docs/x.md:14: there is no page 'y.md'; write it first, or use one of the 20 that are there
docs/x.md:15: there is no place on docs/x.md called 'nowhere'; did you mean 'here'?
"""
SETTINGS = """\
Error: MkDocs encountered an error parsing the configuration file: while parsing a block mapping
  in "mkdocs.yml", line 34, column 5
expected <block end>, but found '-'
  in "mkdocs.yml", line 37, column 5
Another line.
"""


def test_what_our_checks_say_no_other_tool_repeats() -> None:
    found = deduplicated({"Building": BUILT, "Reading": READ + "mkdocs.yml:30: the page 'first-hour.md' is not in the navigation\n"})
    assert found["Building"] == [
        "docs/x.md:8: the braces cannot be read: unexpected '}'; check that each quote and bracket has its partner",
        "docs/x.md:9: there is no glossary term 'a'; did you mean 'b'?",
        "WARNING -  [macros] - ERROR # _Macro Syntax Error_",
        "_File_: `z.md`",
        "_Line 2 in Markdown file:_ **unexpected '}'**",
        "```markdown",
        "{{ x }.",
        "```",
        "WARNING -  Doc file 'x.md' contains a link 'other.md', but the target is not found among documentation files.",
        "WARNING -  Doc file 'z.md' contains a link 'y.md', but the target is not found among documentation files.",
    ]
    assert found["Reading"] == [*READ.splitlines()[1:], "mkdocs.yml:30: the page 'first-hour.md' is not in the navigation"]


def test_what_only_the_engine_says_stays() -> None:
    lines = deduplicated({"Building": BUILT})["Building"]
    assert sum("contains a link" in line for line in lines) == 4
    assert [line for line in lines if "nav" in line or "first-hour" in line] == [
        'WARNING -  The following pages exist in the docs directory, but are not included in the "nav" configuration:',
        "  - first-hour.md",
        "WARNING -  A reference to 'first-hours.md' is included in the 'nav' configuration, which is not found in the documentation files.",
    ]


def test_settings_that_cannot_be_read_are_said_once() -> None:
    assert deduplicated({"Building": SETTINGS, "Reading": "mkdocs.yml:37:5: this is not YAML"})["Building"] == ["Another line."]
    assert len(deduplicated({"Building": SETTINGS})["Building"]) == 5


def test_other_lines_are_left_as_they_are_even_twice() -> None:
    assert deduplicated({"One": "x\n\nx\n  y\n", "Two": "x\n"}) == {"One": ["x", "x", "  y"], "Two": ["x"]}
