# SPDX-License-Identifier: EUPL-1.2
"""The five rules of `regie-bench wet` in OpenFisca, over the same persons; prints the time and the number of differences.

Usage: vijf_regels.py DIR, where DIR holds personen.csv and regie.csv. OpenFisca computes whole columns at a time with
numpy and keeps no trace of articles and facts; Regie does one dossier at a time and keeps one.
"""
import csv
import datetime
import json
import sys
import time

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.periods import ETERNITY, MONTH
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

NONE = numpy.datetime64("1900-01-01")
persoon = build_entity(key="persoon", plural="personen", label="Persoon", is_person=True)


def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    n = h + l - 7 * m + 114
    return datetime.date(year, n // 31, n % 31 + 1)


def holidays():
    days = []
    for year in range(2022, 2032):
        easter_sunday = easter(year)
        days += [easter_sunday + datetime.timedelta(days=n) for n in (-2, 1, 39, 50)]
        days += [datetime.date(year, month, day) for month, day in ((1, 1), (5, 5), (12, 25), (12, 26))]
        king = datetime.date(year, 4, 27)
        days.append(king - datetime.timedelta(days=1) if king.weekday() == 6 else king)
    # Days that a royal decree put on a level with a feestdag (Algemene termijnenwet art. 3 lid 3).
    days += [datetime.date.fromisoformat(day) for day in (
        "2022-05-27", "2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30", "2026-01-02", "2026-05-15",
        "2027-05-07", "2028-04-28", "2028-05-26")]
    return numpy.array(days, dtype="datetime64[D]")


HOLIDAYS = holidays()


def months_later(day, months):
    """The day with the same number, or the last one of the month; and whether the month lacked that day."""
    month = day.astype("datetime64[M]")
    number = (day - month.astype("datetime64[D]")).astype(int)
    target = month + months
    length = ((target + 1).astype("datetime64[D]") - target.astype("datetime64[D]")).astype(int)
    short = number >= length
    return target.astype("datetime64[D]") + numpy.where(short, length - 1, number), short


def last_day(begin, months):
    end, short = months_later(begin, months)
    return numpy.where(short, end, end - 1)


def date_variable(name, rule=None):
    body = {"value_type": datetime.date, "default_value": datetime.date(1900, 1, 1), "entity": persoon,
            "definition_period": ETERNITY, "label": name}
    if rule:
        # A formula is asked for a period; OpenFisca knows none for eternity.
        body.update(definition_period=MONTH, formula=rule)
    return type(name, (Variable,), body)


class asiel(Variable):
    value_type = bool
    entity = persoon
    definition_period = ETERNITY
    label = "asielstatushouder"


def pip_vaststellen(person, period):
    notice, registered = person("kennisgeving", period), person("inschrijving", period)
    old = notice < numpy.datetime64("2023-01-01")
    start = numpy.maximum(notice, person("begin", period))
    start = numpy.where(person("asiel", period), numpy.maximum(start, registered), start)
    start = numpy.where(old, numpy.maximum(registered, person("begin", period)), start)
    return numpy.busday_offset(start + 70, 0, roll="forward", holidays=HOLIDAYS)


def with_pip(person, period, value):
    return numpy.where(person("dagtekening", period) == NONE, NONE, value)


def inburgeringstermijn(person, period):
    return with_pip(person, period, last_day(person("dagtekening", period) + 1, 36))


def inburgeringsaanbod(person, period):
    day, _ = months_later(person("dagtekening", period), 3)
    return numpy.where(person("asiel", period), with_pip(person, period, day), NONE)


def schakelen_tot(person, period):
    return with_pip(person, period, last_day(person("dagtekening", period) + 1, 18))


def verlenging_aanvragen_vanaf(person, period):
    begin = person("dagtekening", period) + 1
    day, _ = months_later(person("inburgeringstermijn", period) + 1, -6)
    return with_pip(person, period, numpy.maximum(day, begin))


RULES = [pip_vaststellen, inburgeringstermijn, inburgeringsaanbod, schakelen_tot, verlenging_aanvragen_vanaf]
INPUTS = ["begin", "kennisgeving", "inschrijving", "dagtekening"]


def column(rows, place):
    return numpy.array([row[place] or "1900-01-01" for row in rows], dtype="datetime64[D]")


def main(folder):
    with open(f"{folder}/personen.csv", encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    system = TaxBenefitSystem([persoon])
    system.add_variables(asiel, *[date_variable(name) for name in INPUTS])
    system.add_variables(*[date_variable(rule.__name__, rule) for rule in RULES])
    simulation = SimulationBuilder().build_default_simulation(system, count=len(rows))
    simulation.set_input("asiel", "ETERNITY", numpy.array([row[0] == "1" for row in rows]))
    for place, name in enumerate(INPUTS, start=1):
        simulation.set_input(name, "ETERNITY", column(rows, place))
    begin = time.perf_counter()
    results = [simulation.calculate(rule.__name__, "2028-01") for rule in RULES]
    seconds = time.perf_counter() - begin
    with open(f"{folder}/regie.csv", encoding="utf-8") as file:
        regie = list(csv.reader(file))[1:]
    differences = sum(int((results[place] != column(regie, place)).sum()) for place in range(len(RULES)))
    print(json.dumps({"meting": "openfisca", "personen": len(rows), "seconden": round(seconds, 3),
                      "microsecondenPerPersoon": round(seconds / len(rows) * 1e6, 3), "verschillen": differences}))
    return 0 if differences == 0 and len(regie) == len(rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
