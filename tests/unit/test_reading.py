"""JSON from outside: what hurts or deceives is refused in one line."""

import pytest

from wizard.reading import LARGEST, Unreadable, parse


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", "error_empty"),
        (b"  \n", "error_empty"),
        (b"{", "error_not_json"),
        (b"{'a': 1}", "error_not_json"),
        (b'{"a": 1} x', "error_not_json"),
        (b'{"a": 1, "a": 2}', "error_key_twice"),
        (b'{"a": NaN}', "error_constant"),
        (b'{"a": -Infinity}', "error_constant"),
        (b"\xff\xfe{}", "error_not_utf8"),
        (b'{"a": "\\ud800"}', "error_half_character"),
        (b"[" * 100_000 + b"]" * 100_000, "error_too_deep"),
        (b'{"a": ' + b"9" * 5000 + b"}", "error_number_too_long"),
        (b" " * (LARGEST + 1), "error_too_large"),
        (b"x" * 10_000_000, "error_too_large"),
    ],
)
def test_bad_json_is_refused(raw, text):
    with pytest.raises(Unreadable) as caught:
        parse(raw)
    assert caught.value.problem.text == text


def test_good_json_is_read_with_or_without_a_byte_order_mark():
    assert parse(b'\xef\xbb\xbf{"a": [1, "\xe8\xa1\xa5"]}') == {"a": [1, "补"]}
    assert parse('{"a": "\\ud83d\\ude00"}') == {"a": "😀"}
