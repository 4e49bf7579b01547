enum RegieTestKitPlaats {}
