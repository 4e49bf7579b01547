enum RegieRuntimePlaats {}
