// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "StorageCore",
    products: [
        .library(name: "StorageCore", targets: ["StorageCore"])
    ],
    dependencies: [
        .package(path: "../Inburgering"),
        .package(path: "../Sealing"),
    ],
    targets: [
        .target(
            name: "StorageCore",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Sealing", package: "Sealing"),
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
