// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Sealing",
    products: [
        .library(name: "Sealing", targets: ["Sealing"])
    ],
    dependencies: [
        .package(path: "../Inburgering"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    ],
    targets: [
        .target(
            name: "Sealing",
            dependencies: [
                .product(name: "Inburgering", package: "Inburgering"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        )
    ],
    swiftLanguageModes: [.v6]
)
