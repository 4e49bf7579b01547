enum PolicyPlaats {}
