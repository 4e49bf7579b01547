# SPDX-License-Identifier: EUPL-1.2
#
# `make help` lists what can be done. Each goal is a script under scripts/ or deploy/, to be read there.
# Needs Debian 12 (or kin) and Swift 6.3 on the PATH; the rest is installed by scripts/install-dependencies.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run serve test bench soak dekking format lint man deb test-package test-deploy clean fresh-machine

run: ## bouw Regie, speel één dag na voor een demogemeente tegen een nagespeeld DUO, en toon de werkvoorraad
	@scripts/install-dependencies
	@scripts/build-release
	@scripts/demo run

serve: ## als run, maar laat regied en de ketensimulator draaien tot Ctrl-C
	@scripts/install-dependencies
	@scripts/build-release
	@scripts/demo serve

test: ## bouw alles zonder waarschuwingen en draai alle tests
	@scripts/install-dependencies
	@scripts/run-tests

bench: ## meet de keten, beide opslagen, de nacht, de taken en de wet (KETEN=1000 PERSONEN=10000 TAKEN=50000)
	@scripts/install-dependencies
	@scripts/build-release
	@scripts/bench
	@scripts/bench-postgresql

soak: ## duurproef: telkens kill -9, en alles wat bij twee daemons kan omvallen (MINUTEN=5 RONDEN=500 CHAOS=20 TEMPO=50)
	@scripts/install-dependencies
	@scripts/build-release
	@scripts/soak

dekking: ## maak docs/wet/dekking.md opnieuw uit de uitgewerkte gevallen
	@scripts/dekking

format: ## zet alle Swift-code in de vaste opmaak
	@git ls-files -z -- '*.swift' | xargs -0 swift format --in-place --parallel

lint: ## controleer opmaak, licentieregel, bestandslengte, scripts en systemd-units
	@scripts/lint

man: ## maak de manpagina's van regie en regied in man/
	@scripts/install-dependencies
	@scripts/build-release
	@scripts/build-man

deb: man ## maak het Debian-pakket in .build/deb/ (BEHEERDER="Naam <adres>" REVISIE=1)
	@scripts/build-deb

test-package: ## bewijs het pakket op een verse Debian 12 met draaiende systemd, ook met PostgreSQL, en de container (als root; na make deb)
	@deploy/test-package
	@deploy/test-instances
	@deploy/test-image

test-deploy: ## kijk systemd-units, Dockerfile, Helm-chart en de opdrachten in de handleiding na
	@scripts/check-opdrachten
	@deploy/test-units
	@deploy/test-dockerfile
	@deploy/test-helm

fresh-machine: ## bewijs make run en make test op een verse Debian 12 (als root; OPTIES="--gitconfig FILE …")
	@deploy/fresh-machine $(OPTIES)

clean: ## verwijder bouwsels, de demo en de manpagina's; geen andere gegevens
	@rm -rf .build Packages/*/.build Plugins/*/.build var/demo var/bench var/bench-postgresql var/soak man

help: ## deze lijst
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
