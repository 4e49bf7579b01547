// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Inburgering",
    products: [
        .library(name: "Inburgering", targets: ["Inburgering"])
    ],
    dependencies: [],
    targets: [
        .target(
            name: "Inburgering",
            dependencies: [],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
