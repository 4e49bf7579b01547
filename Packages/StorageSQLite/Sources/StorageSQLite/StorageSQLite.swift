enum StorageSQLitePlaats {}
