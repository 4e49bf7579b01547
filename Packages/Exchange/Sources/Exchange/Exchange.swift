enum ExchangePlaats {}
