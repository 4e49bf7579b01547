// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "RegieTestKit",
    products: [
        .library(name: "RegieTestKit", targets: ["RegieTestKit"])
    ],
    dependencies: [
        .package(path: "../Inburgering")
    ],
    targets: [
        .target(
            name: "RegieTestKit",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering")
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
