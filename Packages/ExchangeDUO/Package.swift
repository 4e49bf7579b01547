// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "ExchangeDUO",
    products: [
        .library(name: "ExchangeDUO", targets: ["ExchangeDUO"]),
        .library(name: "ExchangeDUOTestKit", targets: ["ExchangeDUOTestKit"]),
    ],
    dependencies: [
        .package(path: "../Inburgering"),
        .package(path: "../Exchange"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    ],
    targets: [
        .target(
            name: "ExchangeDUO",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Exchange", package: "Exchange"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "ExchangeDUOTestKit",
            dependencies: [
                .target(name: "ExchangeDUO"),
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "ExchangeTestKit", package: "Exchange"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
