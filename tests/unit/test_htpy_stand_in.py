"""What stands in for htpy in the browser writes what htpy writes."""

import importlib.util
from pathlib import Path

import htpy
import pytest
from markupsafe import Markup

PLACE = Path(__file__).resolve().parents[2] / "scripts" / "runtime" / "instead" / "htpy" / "__init__.py"


@pytest.fixture(scope="module")
def instead():
    spec = importlib.util.spec_from_file_location("htpy_instead", PLACE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE = {
    "children": lambda h: h.p["a", None, True, False, 0, 7, ["b", ("c",)], (x for x in "de"), h.br, lambda: "f"],
    "escaped": lambda h: h.p(title="<&>'\"")["<&>'\"", Markup("<i>&amp;</i>"), h.b["<"]],
    "shorthand": lambda h: h.div("#one.two.three", {"data-x": 1}, hidden=True, lang=None, id_="four")["x"],
    "classes": lambda h: h.div(".a", class_=["b", None, False, {"c": True, "d": 0}])[
        h.span(class_={"e": 1}), h.i(class_="")
    ],
    "no class": lambda h: h.div(class_=[None, {"c": False}])["x"],
    "keywords": lambda h: h.label(for_="x", aria_label="y", data_is_=False, class_="z", value=Markup("<b>"))["t"],
    "changed later": lambda h: h.p(".a")["x"](".b")["y"],
    "void": lambda h: h.input(type="text", value="", maxlength=3, required=True),
    "fragment": lambda h: h.fragment["<", [h.fragment[h.li["x"]], h.fragment[None]], 3],
    "nothing": lambda h: h.div[None],
}


@pytest.mark.parametrize("name", MADE)
def test_the_same_text(name, instead):
    make = MADE[name]
    told = str(make(instead))
    assert told == str(make(htpy)) and isinstance(make(instead).__html__(), Markup)


@pytest.mark.parametrize("child", [b"bytes", object(), 1.5])
def test_what_is_no_child_is_refused_by_both(child, instead):
    for module in (htpy, instead):
        with pytest.raises(TypeError, match="is not a valid child element"):
            str(module.p[child])
