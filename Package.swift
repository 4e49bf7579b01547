// swift-tools-version: 6.1
import Foundation
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Products that tests use: name of the product → the package it stands in.
let home = [
    "AsyncHTTPClient": "async-http-client",
    "GRDB": "GRDB.swift",
    "KetensimulatorKit": "Ketensimulator",
    "ExchangeDUOTestKit": "ExchangeDUO",
    "ExchangeTestKit": "Exchange",
    "KetensimulatorTestKit": "Ketensimulator",
    "PostgreSQLClient": "StoragePostgreSQL",
    "RegieRuntime": "Daemon",
    "ketensimulator": "Ketensimulator",
    "opslag-crashproef": "StorageSQLite",
    "regie": "AdminCLI",
    "regie-bench": "Benchmarks",
    "regied": "Daemon",
]

func tests(_ folder: String, _ products: [String], resources: Bool = false) -> Target {
    .testTarget(
        name: "\(folder)Tests",
        dependencies: products.map { .product(name: $0, package: home[$0] ?? $0) },
        path: "Tests/\(folder)",
        exclude: resources ? ["Fixtures"] : [],
        swiftSettings: settings
    )
}

let suites = [
    // One line a suite, so that branches merge.
    tests("Inburgering", ["Inburgering", "Policy", "RegieTestKit"], resources: true),
    tests("Brieven", ["Brieven", "Inburgering", "Policy", "RegieTestKit"], resources: true),
    tests("Policy", ["Inburgering", "Policy"]),
    tests("Sealing", ["Inburgering", "Sealing", "RegieTestKit"]),
    tests(
        "StorageSQLite",
        ["Inburgering", "Sealing", "StorageCore", "StorageSQLite", "RegieTestKit", "GRDB", "opslag-crashproef"],
        resources: true
    ),
    tests(
        "StoragePostgreSQL",
        ["Inburgering", "PostgreSQLClient", "RegieTestKit", "Sealing", "StoragePostgreSQL"]
    ),
    tests(
        "Conformance",
        ["Inburgering", "Sealing", "StorageCore", "StoragePostgreSQL", "StorageSQLite", "RegieTestKit", "GRDB"]
    ),
    tests("Exchange", ["Exchange", "ExchangeTestKit", "Inburgering", "RegieTestKit"]),
    tests(
        "ExchangeDUO",
        ["ExchangeDUO", "ExchangeDUOTestKit", "Exchange", "ExchangeTestKit", "Inburgering"],
        resources: true
    ),
    tests("Jobs", ["Inburgering", "Jobs", "Sealing", "StorageSQLite", "RegieTestKit"]),
    tests(
        "Daemon",
        [
            "Exchange", "ExchangeDUO", "ExchangeTestKit", "GRDB", "Inburgering", "Jobs", "RegieRuntime", "Sealing",
            "StorageSQLite", "RegieTestKit", "regied",
        ],
        resources: true
    ),
    tests(
        "Gedeeld",
        [
            "Exchange", "ExchangeDUO", "Inburgering", "Jobs", "RegieRuntime", "RegieTestKit", "Sealing",
            "StoragePostgreSQL", "regied",
        ]
    ),
    tests("Ketensimulator", ["KetensimulatorKit", "KetensimulatorTestKit", "RegieTestKit", "ketensimulator"]),
    tests("Generator", ["Generator", "Inburgering"]),
    tests("AdminCLI", ["GRDB", "Inburgering", "RegieTestKit", "regie", "regie-bench", "regied"]),
    tests(
        "Chaos",
        ["AsyncHTTPClient", "Inburgering", "RegieTestKit", "Sealing", "ketensimulator", "regie", "regied"]
    ),
    tests(
        "EndToEnd",
        [
            "AsyncHTTPClient", "Inburgering", "KetensimulatorKit", "KetensimulatorTestKit", "RegieTestKit", "regie",
            "regied", "ketensimulator",
        ]
    ),
]

/// `REGIE_TESTS=JobsTests,DaemonTests` leaves only those suites in the graph: a short way while working on one package.
let chosen = ProcessInfo.processInfo.environment["REGIE_TESTS"].map { names in
    suites.filter { names.split(separator: ",").contains(Substring($0.name)) }
}

let package = Package(
    name: "Regie",
    dependencies: [
        "Inburgering", "Sealing", "StorageCore", "StorageSQLite", "Exchange", "ExchangeDUO", "Policy", "Jobs", "Daemon",
        "AdminCLI",
        "Generator", "Ketensimulator", "RegieTestKit", "Benchmarks", "Brieven", "StoragePostgreSQL",
    ].map { .package(path: "Packages/\($0)") } + [
        // Tests that reach past the store into the file.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // Tests that talk to the daemon as DUO does.
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: chosen ?? suites,
    swiftLanguageModes: [.v6]
)
