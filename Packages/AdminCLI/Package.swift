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
        .package(path: "../Daemon"),
        .package(path: "../Generator"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: [
        .executableTarget(
            name: "regie",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "RegieRuntime", package: "Daemon"),
                .product(name: "Generator", package: "Generator"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
