// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Daemon",
    products: [
        .library(name: "RegieRuntime", targets: ["RegieRuntime"]),
        .executable(name: "regied", targets: ["regied"]),
    ],
    dependencies: [
        .package(path: "../Inburgering"),
        .package(path: "../Sealing"),
        .package(path: "../StorageCore"),
        .package(path: "../StorageSQLite"),
        .package(path: "../StoragePostgreSQL"),
        .package(path: "../Exchange"),
        .package(path: "../ExchangeDUO"),
        .package(path: "../Policy"),
        .package(path: "../Jobs"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: [
        .target(
            name: "RegieRuntime",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Sealing", package: "Sealing"),
                .product(name: "StorageCore", package: "StorageCore"),
                .product(name: "StorageSQLite", package: "StorageSQLite"),
                .product(name: "StoragePostgreSQL", package: "StoragePostgreSQL"),
                .product(name: "Exchange", package: "Exchange"),
                .product(name: "ExchangeDUO", package: "ExchangeDUO"),
                .product(name: "Policy", package: "Policy"),
                .product(name: "Jobs", package: "Jobs"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "regied",
            dependencies: [
                .target(name: "RegieRuntime"),
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
