// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Voortgangsgesprekken",
    products: [
        .library(name: "Voortgangsgesprekken", targets: ["Voortgangsgesprekken"])
    ],
    dependencies: [
        .package(path: "../../Packages/Inburgering")
    ],
    targets: [
        .target(
            name: "Voortgangsgesprekken",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering")
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
