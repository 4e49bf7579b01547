// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Benchmarks",
    products: [
        .executable(name: "regie-bench", targets: ["regie-bench"])
    ],
    dependencies: [
        .package(path: "../Inburgering"),
        .package(path: "../Policy"),
        .package(path: "../Daemon"),
        .package(path: "../Jobs"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .executableTarget(
            name: "regie-bench",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Policy", package: "Policy"),
                .product(name: "RegieRuntime", package: "Daemon"),
                .product(name: "Jobs", package: "Jobs"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
