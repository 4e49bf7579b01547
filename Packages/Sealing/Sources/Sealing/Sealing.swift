enum SealingPlaats {}
