// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "StorageSQLite",
    products: [
        .library(name: "StorageSQLite", targets: ["StorageSQLite"]),
        .executable(name: "opslag-crashproef", targets: ["opslag-crashproef"]),
        .executable(name: "opslag-meting", targets: ["opslag-meting"]),
    ],
    dependencies: [
        .package(path: "../Inburgering"),
        .package(path: "../Sealing"),
        .package(path: "../StorageCore"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(
            name: "StorageSQLite",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Sealing", package: "Sealing"),
                .product(name: "StorageCore", package: "StorageCore"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "opslag-meting",
            dependencies: [
                .target(name: "StorageSQLite"),
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Sealing", package: "Sealing"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "opslag-crashproef",
            dependencies: [
                .target(name: "StorageSQLite"),
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Sealing", package: "Sealing"),
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
