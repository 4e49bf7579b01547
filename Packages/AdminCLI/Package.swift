// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "AdminCLI",
    products: [
        .executable(name: "regie", targets: ["regie"])
    ],
    dependencies: [
        .package(path: "../Inburgering"),
        .package(path: "../Brieven"),
        .package(path: "../Daemon"),
        .package(path: "../ExchangeDUO"),
        .package(path: "../Policy"),
        .package(path: "../Sealing"),
        .package(path: "../Jobs"),
        .package(path: "../StoragePostgreSQL"),
        .package(path: "../Generator"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.6.0"),
    ],
    targets: [
        .executableTarget(
            name: "regie",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Brieven", package: "Brieven"),
                .product(name: "RegieRuntime", package: "Daemon"),
                .product(name: "ExchangeDUO", package: "ExchangeDUO"),
                .product(name: "Policy", package: "Policy"),
                .product(name: "Sealing", package: "Sealing"),
                .product(name: "Generator", package: "Generator"),
                .product(name: "Jobs", package: "Jobs"),
                .product(name: "StoragePostgreSQL", package: "StoragePostgreSQL"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
