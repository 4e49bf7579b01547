// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Policy",
    products: [
        .library(name: "Policy", targets: ["Policy"])
    ],
    dependencies: [
        .package(path: "../Inburgering"),
        .package(path: "../../Plugins/Voortgangsgesprekken"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(
            name: "Policy",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Voortgangsgesprekken", package: "Voortgangsgesprekken"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
