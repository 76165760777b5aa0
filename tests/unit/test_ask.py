"""The interview, driven as a person's keys drive it, through prompt_toolkit's own pipe."""

import io
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from wizard.ask import COMMANDS, Interview
from wizard.cli import main
from wizard.loading import load
from wizard.questionnaire import asked_topics

ENTER, DOWN, UP, CTRL_C = "\r", "\x1b[B", "\x1b[A", "\x03"
QUICK = [q for _, questions in asked_topics(load(), quick=True) for q in questions]
BACK, WHY, LANGUAGE = (UP * place for place in (3, 2, 1))
"""From the first option upwards: the list goes round, and the commands stand at its end."""


def interview(keys, folder, lang="en"):
    """Runs the quick interview with these keys; gives it, what it printed, and what `run` gave.

    In a thread of its own: prompts start an event loop, and another test may have left one running in this thread.
    """

    def run():
        out = io.StringIO()
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
            pipe.send_text(keys)
            made = Interview(load(), lang, quick=True, folder=folder, console=Console(file=out, width=100))
            return made, out.getvalue, made.run()

    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(run).result(timeout=60)


def test_a_whole_quick_walk_takes_the_first_option_of_each(tmp_path):
    keys = "".join(" " + ENTER if q.type == "many" else "5" + ENTER if q.type == "number" else ENTER for q in QUICK)
    made, printed, kept = interview(keys + "y", tmp_path)
    assert kept is None and len(made.answers) == len(QUICK)
    assert made.answers["sector"] == "next_gen_it" and made.answers["rd_intensity"] == 5
    assert made.answers["worries"] == ["demand"]
    assert "Work on" in printed() and "Fill the gaps" in printed()
    assert json.loads((tmp_path / "wizard-answers.json").read_text()) == made.answers
    assert (tmp_path / "wizard-answers.md").read_text().startswith("# Five Links advice")


def test_back_why_language_and_a_bad_number(tmp_path):
    keys = ENTER  # sector: the first option
    keys += BACK + ENTER + DOWN + ENTER  # at tier: back, then the second sector
    keys += WHY + ENTER  # at tier: why
    keys += LANGUAGE + ENTER  # at tier: the other language
    keys += ENTER * 3  # tier, gap_role, import_dependence
    keys += "abc" + ENTER + "９０％" + ENTER  # main_share
    made, printed, kept = interview(keys + CTRL_C, tmp_path)
    assert made.lang == "zh" and made.answers["sector"] == "cnc_robotics" and made.answers["main_share"] == 90
    assert "1.1.p1.s4" in printed() and '"abc"不是数字' in printed()
    assert kept == tmp_path / "wizard-answers.json" and "wizard-answers.json" in printed()


def test_ctrl_c_keeps_a_file_that_advise_takes_and_overwrites_nothing(tmp_path, capsysbinary):
    for name in ("wizard-answers.json", "wizard-answers-2.json"):
        _, _, kept = interview(ENTER + CTRL_C, tmp_path)
        assert kept == tmp_path / name
    assert main(["advise", str(kept)]) == 0
    assert json.loads(capsysbinary.readouterr().out)["links"]


def test_none_does_not_go_with_others(tmp_path):
    worries = next(q for q in QUICK if q.id == "worries")
    made = Interview(load(), "en", quick=True, folder=tmp_path, console=Console(file=io.StringIO()))
    assert made.take(worries, ["none", "demand"]) is False and made.answers == {}
    assert made.take(worries, ["none"]) is True and made.answers == {"worries": ["none"]}


def test_without_a_terminal_it_says_so(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["ask"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_has_words(lang):
    assert all(load().texts[f"ask_{name}"][lang] for name, _ in COMMANDS)
