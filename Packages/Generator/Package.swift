// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Generator",
    products: [
        .library(name: "Generator", targets: ["Generator"])
    ],
    dependencies: [
        .package(path: "../Inburgering")
    ],
    targets: [
        .target(
            name: "Generator",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering")
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
