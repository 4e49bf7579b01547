enum InburgeringPlaats {}
