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
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: [
        .executableTarget(
            name: "regie-bench",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Policy", package: "Policy"),
                .product(name: "RegieRuntime", package: "Daemon"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
