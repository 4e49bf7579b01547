// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Brieven",
    products: [
        .library(name: "Brieven", targets: ["Brieven"])
    ],
    dependencies: [
        .package(path: "../Inburgering"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        .target(
            name: "Brieven",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
