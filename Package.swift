// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Regie",
    dependencies: [
        .package(path: "Packages/Inburgering"),
        .package(path: "Packages/Sealing"),
        .package(path: "Packages/StorageSQLite"),
        .package(path: "Packages/Exchange"),
        .package(path: "Packages/ExchangeDUO"),
        .package(path: "Packages/Policy"),
        .package(path: "Packages/Jobs"),
        .package(path: "Packages/Daemon"),
        .package(path: "Packages/AdminCLI"),
        .package(path: "Packages/Generator"),
        .package(path: "Packages/Ketensimulator"),
        .package(path: "Packages/RegieTestKit"),
    ],
    targets: [
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "regied", package: "Daemon"),
                .product(name: "regie", package: "AdminCLI"),
                .product(name: "ketensimulator", package: "Ketensimulator"),
            ],
            path: "Tests/EndToEnd",
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
