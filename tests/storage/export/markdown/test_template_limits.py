from __future__ import annotations

from pathlib import Path

import pytest

from storage.errors import CopydeskError, ReadError
from storage.export.escaping import escape_line
from storage.export.markdown import template_limits
from storage.export.markdown.template import LARGEST, Safe, load

TITLE = "*t* <b> [x](y)"
BIG = "{% set big = 'a' * 4000000 %}"
SPACE = "{% set own = namespace(s='a', l=[1], n=3) %}{% for i in range(100) %}"


def render(folder: Path, text: str) -> str:
    path = folder / "mine.j2"
    path.write_text(text, "utf-8")
    return load(path).render("note", {"title": TITLE, "quote": Safe("*q*")})


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'a' * 10**9 }}",
        "{{ 10**9 * 'a' }}",
        "{{ [1] * 10**9 }}",
        "{{ 2 ** 4096 ** 2 }}",
        "{{ 'a' | center(10**9) }}",
        "{{ 'a' | center(1000000000) }}",
        "{{ 'a'.center(10**9) }}",
        "{{ 'a'['rjust'](10**9) }}",
        "{{ ('a' | attr('zfill'))(10**9) }}",
        "{{ 'a' | indent(10**9, true) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '%*d' % (1000000000, 1) }}",
        "{{ '%1000000000d' | format(1) }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ '{:{w}}'.format(1, w=10**9) }}",
        "{{ [] | batch(10**9, 'x') | list }}",
        "{{ range(9) | slice(10**9) | list }}",
        "{{ [[1]] | tojson(indent=1000000000) }}",
        "{{ ('9' * 100000) | int(base=16) }}",
        "{{ [[1], [2]] | sum(start=[]) }}",
        "{{ range(90000) | list | pprint }}",
        "{{ range(90000) | map('center', 90000) | list }}",
        f"{BIG}{{{{ big | replace('a', big) }}}}",
        f"{BIG}{{{{ big.replace('', 'bbb') }}}}",
        f"{BIG}{{{{ big | wordwrap(1, wrapstring='bbb') }}}}",
        f"{BIG}{{{{ [big] * 90000 }}}}",
        f"{BIG}{{{{ range(9) | join(big) }}}}",
        f"{BIG}{{{{ big.join(range(9) | map('string')) }}}}",
        f"{BIG}{{{{ '{{0}}{{0}}'.format(big) }}}}",
        f"{BIG}{{{{ big ~ big }}}}",
        f"{SPACE}{{% set own.s = own.s + own.s %}}{{% endfor %}}",
        f"{SPACE}{{% set own.s = own.s ~ own.s %}}{{% endfor %}}",
        f"{SPACE}{{% set own.l = own.l + own.l %}}{{% endfor %}}",
        f"{SPACE}{{% set own.l = [own.l, own.l] %}}{{% endfor %}}{{{{ own.l }}}}",
        f"{SPACE}{{% set own.n = own.n * own.n %}}{{% endfor %}}",
    ],
)
def test_a_value_that_would_be_too_large_is_not_made(tmp_path: Path, text: str) -> None:
    with pytest.raises(CopydeskError, match=r"mine\.j2, line 1: .*(large|too much text)\. Nothing"):
        render(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(90000) %}{% for j in range(90000) %}{% endfor %}{% endfor %}",
        f"{{% for i in range(90000) %}}{'x' * 99_999}{{% endfor %}}",
        f"{{% set t %}}{{% for i in range(90000) %}}{'x' * 9999}{{% endfor %}}{{% endset %}}",
        "{% for i in range(90000) %}{{ range(90000) | sum }}{% endfor %}",
        f"{BIG}{{% for i in range(90000) %}}{{% if 'b' in big %}}{{% endif %}}{{% endfor %}}",
        f"{BIG}{{% for i in range(90000) %}}{{% set part = big[1:] %}}{{% endfor %}}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(64)}}",
    ],
)
def test_what_goes_on_and_on_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(template_limits, "MOST_SECONDS", 600.0)  # by its steps, however busy it is
    monkeypatch.setattr(template_limits, "MOST_STEPS", template_limits.MOST_STEPS // 10)

    with pytest.raises(CopydeskError, match="it takes too many steps, or makes too much text"):
        render(tmp_path, text)


def test_so_is_what_takes_long_in_few_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_limits, "MOST_SECONDS", -1.0)

    with pytest.raises(CopydeskError, match="it takes too long"):
        render(tmp_path, "{% for i in range(9000) %}{% endfor %}")


@pytest.mark.parametrize(
    "text",
    [
        "{% macro own() %}{{ own() }}{% endmacro %}{{ own() }}",
        "{% for one in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        f"{{{{ {'(' * 5000}1{')' * 5000} }}}}",
        f"{{{{ {'not ' * 20_000}1 }}}}",
        f"{{{{ 1{'.a' * 5000} }}}}",
        f"{{{{ {'1' * 5000} }}}}",
        "{% for i in [1] %}" * 30 + "{% endfor %}" * 30,
        "{{ lipsum() }}",
        "{{ 'a'.expandtabs(10**9) }}",
        "{{ (1).to_bytes(10**9, 'big') }}",
        "{{ 'a'.translate({97: 'b'}) }}",
    ],
)
def test_what_cannot_be_done_is_one_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(CopydeskError, match=r"^The template .*\. Nothing was written\.$"):
        render(tmp_path, text)


def test_a_template_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is larger than 256 kB"):
        render(tmp_path, "x" * (LARGEST + 1))


@pytest.mark.parametrize(
    "text",
    [
        "{{ title | safe }}",
        "{{ title | string }}",
        "{{ title.format() }}",
        "{{ '%s' | format(title) }}",
        "{{ [title] | join }}",
        "{{ title | map('raw') | join }}",
    ],
)
def test_nothing_but_raw_lets_text_through_as_it_is(tmp_path: Path, text: str) -> None:
    assert render(tmp_path, text) == escape_line(TITLE)


@pytest.mark.parametrize(
    "text",
    [
        "{{ quote ~ title }}",
        "{{ quote + title }}",
        "{{ quote[0:] ~ title }}",
        "{{ title | e }}",
        "{{ title | urlize }}",
        "{% autoescape true %}{{ title | safe }}{% endautoescape %}",
    ],
)
def test_nor_does_what_is_markdown_already(tmp_path: Path, text: str) -> None:
    rendered = render(tmp_path, text)

    assert "<b>" not in rendered.replace("\\<b\\>", "")
    assert "\\[x\\](y)" in rendered


@pytest.mark.parametrize("name", ["raw", "replace('x', 'y')", "indent | reverse", "safe"])
def test_a_block_is_not_filtered_by_what_could_undo_that(tmp_path: Path, name: str) -> None:
    with pytest.raises(
        CopydeskError, match="line 1: a block can only be filtered by indent, lower"
    ):
        render(tmp_path, f"{{% filter {name} %}}{{{{ title }}}}{{% endfilter %}}")


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("{% filter indent(2, true) | upper %}a\nb{% endfilter %}", "  A\n  B"),
        ("{% for x in [1, 2] %}{{ loop.length }}{{ x }}{% else %}none{% endfor %}", "2122"),
        ("{% for x in [] %}{{ x }}{% else %}none{% endfor %}", "none"),
        ("{% for key, value in {'a': 1} | items %}{{ key }}{{ value }}{% endfor %}", "a1"),
        ("{{ [{'a': 1}, {'a': 2}] | map(attribute='a') | join(', ') }}", "1, 2"),
        ("{{ ', '.join(['a', 'b']) }} {{ '%.2f' | format(1.5) }} {{ 7 // 2 }}", "a, b 1\\.50 3"),
        (
            "{{ 'a b' | title }} {{ [3, 1] | sort | first }} {{ 'a-b' | replace('-', '') }}",
            "A B 1 ab",
        ),
        ("{{ [1, 50000] | select('gt', 49999) | list | length }}", "1"),
        ("{% set t %}a{% endset %}{{ t }}{% macro m(x) %}{{ x }}{% endmacro %}{{ m('b') }}", "ab"),
    ],
)
def test_what_templates_do_every_day_they_do(tmp_path: Path, text: str, rendered: str) -> None:
    assert render(tmp_path, text) == rendered


def test_the_more_there_is_to_render_the_more_steps_it_may_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_limits, "MOST_STEPS", 5_000)
    path = tmp_path / "mine.j2"
    path.write_text("{% for one in articles %}{{ one.title | upper }}{% endfor %}", "utf-8")
    template = load(path)

    for _ in range(100):
        values = {"articles": [{"title": f"Owl {number}"} for number in range(500)]}
        assert "OWL 499" in template.render("sources", values)
