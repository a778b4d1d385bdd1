"""Settings are read from the environment once, and every mistake in it is named at once."""

import pytest

from tallystick.config import SettingError, Settings


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.read({}) == Settings()


def test_a_variable_sets_the_field_of_its_name() -> None:
    assert Settings.read({"TALLYSTICK_LOG_LEVEL": "debug"}).log_level == "debug"


def test_an_empty_variable_counts_as_not_set() -> None:
    assert Settings.read({"TALLYSTICK_LOG_LEVEL": ""}) == Settings()


def test_other_programs_variables_are_left_alone() -> None:
    assert Settings.read({"LOG_LEVEL": "loud", "XTALLYSTICK_LOG_LEVEL": "loud"}) == Settings()


def test_a_wrong_value_is_answered_with_the_values_that_work() -> None:
    with pytest.raises(SettingError, match=r"TALLYSTICK_LOG_LEVEL='loud'.*debug, error, info, warning"):
        Settings.read({"TALLYSTICK_LOG_LEVEL": "loud"})


def test_a_misspelt_variable_is_answered_with_the_right_one() -> None:
    with pytest.raises(SettingError, match="TALLYSTICK_LOG_LEVLE is no setting; did you mean TALLYSTICK_LOG_LEVEL"):
        Settings.read({"TALLYSTICK_LOG_LEVLE": "debug"})


def test_all_mistakes_are_reported_at_once() -> None:
    with pytest.raises(SettingError) as caught:
        Settings.read({"TALLYSTICK_LOG_LEVEL": "loud", "TALLYSTICK_MOON": "full"})
    assert len(str(caught.value).splitlines()) == 2
