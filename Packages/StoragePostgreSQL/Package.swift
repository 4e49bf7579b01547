// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "StoragePostgreSQL",
    products: [
        .library(name: "PostgreSQLClient", targets: ["PostgreSQLClient"]),
        .library(name: "StoragePostgreSQL", targets: ["StoragePostgreSQL"]),
    ],
    dependencies: [
        .package(path: "../Inburgering"),
        .package(path: "../Sealing"),
        .package(path: "../StorageCore"),
    ],
    targets: [
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(name: "PostgreSQLClient", dependencies: [.target(name: "CLibpq")], swiftSettings: settings),
        .target(
            name: "StoragePostgreSQL",
            dependencies: [
                .target(name: "PostgreSQLClient"),
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Sealing", package: "Sealing"),
                .product(name: "StorageCore", package: "StorageCore"),
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
