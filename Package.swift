// swift-tools-version: 6.1
import PackageDescription

/// Compiler settings that every Swift target of this package shares.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "showcase",
    products: [
        .executable(name: "showcase", targets: ["showcase"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCmarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
        ),
        .systemLibrary(
            name: "CXLSXWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .target(
            name: "CFontFiles", dependencies: ["CPangoCairo"],
            linkerSettings: [.linkedLibrary("pangoft2-1.0"), .linkedLibrary("fontconfig")]),
        .target(name: "CPrint", dependencies: ["CFontFiles", "CPangoCairo"]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(
            name: "CDrawing", dependencies: ["CFontFiles", "CPangoCairo"],
            linkerSettings: [.linkedLibrary("png")]),
        .target(
            name: "CPictures",
            linkerSettings: [
                .linkedLibrary("jpeg"), .linkedLibrary("png"), .linkedLibrary("webp"), .linkedLibrary("lcms2"),
            ]),
        .target(name: "CLimitedProcess"),
        .target(name: "CXMLReader", dependencies: ["CXML2"]),
        .target(name: "Diagnostics", dependencies: ["JSONWriting", "XMLWriting"], swiftSettings: settings),
        .target(name: "JSONWriting", swiftSettings: settings),
        .target(name: "XMLWriting", swiftSettings: settings),
        .target(name: "Addresses", swiftSettings: settings),
        .target(name: "Typesetting", swiftSettings: settings),
        .target(name: "CArena"),
        .target(name: "CLinkProbe", linkerSettings: [.linkedLibrary("curl")]),
        .target(
            name: "ExternalLinks",
            dependencies: ["Addresses", "CLinkProbe", "DerivedFiles", "Diagnostics", "JSONWriting"],
            swiftSettings: settings),
        .target(name: "Markdown", dependencies: ["CArena", "CCmarkGFM", "Diagnostics"], swiftSettings: settings),
        .target(
            name: "DocumentReading", dependencies: ["CLimitedProcess", "CXMLReader", "CZip", "Diagnostics"],
            swiftSettings: settings),
        .target(name: "Forms", swiftSettings: settings),
        .target(name: "SpreadsheetWriting", dependencies: ["CXLSXWriter"], swiftSettings: settings),
        .target(
            name: "FormMaking", dependencies: ["CPrint", "CZip", "Forms", "SpreadsheetWriting", "XMLWriting"],
            swiftSettings: settings),
        .target(
            name: "FormReading",
            dependencies: ["Content", "Diagnostics", "DocumentReading", "Forms", "Markdown", "Scaffolding"],
            swiftSettings: settings),
        .target(
            name: "DerivedFiles", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(
            name: "Photos",
            dependencies: ["CPictures", "DerivedFiles", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(
            name: "SharePictures",
            dependencies: [
                "CDrawing", "DerivedFiles", "Typesetting", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .target(
            name: "Content",
            dependencies: [
                "Addresses", "Diagnostics", "DocumentReading", "Forms", "Markdown", "Photos",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "SiteModel",
            dependencies: [
                "Addresses", "Content", "Diagnostics", "Forms", "Markdown", "Photos",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Theming",
            dependencies: [
                "Addresses", "Content", "Diagnostics", "DocumentReading", "Forms", "JSONWriting", "Markdown", "Photos",
                "SharePictures", "SiteModel", "Typesetting", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "OpenData",
            dependencies: [
                "Addresses", "Content", "Diagnostics", "JSONWriting", "Markdown", "SiteModel", "SpreadsheetWriting",
                "XMLWriting",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Searching", dependencies: ["CZlib", "Content", "JSONWriting", "Markdown", "SiteModel"],
            swiftSettings: settings),
        .target(
            name: "Checking",
            dependencies: [
                "Addresses", "Content", "Diagnostics", "DocumentReading", "ExternalLinks", "Markdown", "SiteModel",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "RosterImporting", dependencies: ["Content", "Diagnostics", "DocumentReading", "SiteModel"],
            swiftSettings: settings),
        .target(name: "Scaffolding", dependencies: ["Content", "Diagnostics", "JSONWriting"], swiftSettings: settings),
        .target(name: "ContentWriting", dependencies: ["CFileSystem", "Diagnostics"], swiftSettings: settings),
        .target(
            name: "Certificates",
            dependencies: [
                "CPrint", "CQRCode", "Content", "Diagnostics", "SiteModel",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .target(name: "CFileSystem"),
        .target(
            name: "Publishing", dependencies: ["Addresses", "CFileSystem", "Diagnostics"], swiftSettings: settings),
        .target(name: "Watching", dependencies: ["CFileSystem"], swiftSettings: settings),
        .target(
            name: "Building",
            dependencies: [
                "Addresses", "Certificates", "Checking", "Content", "DerivedFiles", "Diagnostics", "DocumentReading",
                "ExternalLinks", "FormMaking", "Forms", "OpenData", "Photos", "Publishing", "Searching",
                "SharePictures", "SiteModel", "SpreadsheetWriting", "Theming",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "PreviewServer",
            dependencies: [
                "Diagnostics",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Previewing",
            dependencies: [
                "Addresses", "Building", "Content", "Diagnostics", "JSONWriting", "OpenData", "Photos", "PreviewServer",
                "Searching", "SharePictures", "SiteModel", "Theming", "Watching",
            ],
            resources: [
                .embedInCode("Client/panel.js"), .embedInCode("Client/events.js"),
                .embedInCode("Client/panel.css"), .embedInCode("Client/desk.css"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Commands",
            dependencies: [
                "Building", "CFileSystem", "Certificates", "Checking", "Content", "ContentWriting", "Diagnostics",
                "FormReading", "Forms", "PreviewServer", "Previewing", "Publishing", "RosterImporting", "Scaffolding",
                "SiteModel", "SpreadsheetWriting", "Watching",
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "showcase",
            dependencies: [
                "Building", "Commands", "Content", "Diagnostics", "PreviewServer", "Publishing", "RosterImporting",
                "Scaffolding", "Watching",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "CZlib", "Content", "Diagnostics", "DocumentReading", "FormReading", "Forms", "Markdown",
                "PreviewServer", "RosterImporting", "SiteModel", "Theming",
            ],
            path: "Tests/FuzzTargets", swiftSettings: settings),
        .testTarget(name: "FuzzTargetsTests", dependencies: ["FuzzTargets"], swiftSettings: settings),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: settings),
        .testTarget(name: "AddressesTests", dependencies: ["Addresses", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "TypesettingTests", dependencies: ["Typesetting"], swiftSettings: settings),
        .testTarget(name: "JSONWritingTests", dependencies: ["JSONWriting"], swiftSettings: settings),
        .testTarget(
            name: "DocumentReadingTests",
            dependencies: ["CZip", "CZlib", "Diagnostics", "DocumentReading", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "FormMakingTests",
            dependencies: ["Content", "Diagnostics", "DocumentReading", "FormMaking", "Forms"],
            swiftSettings: settings),
        .testTarget(
            name: "FormReadingTests",
            dependencies: [
                "Content", "Diagnostics", "DocumentReading", "FormMaking", "FormReading", "Forms", "Markdown",
                "Scaffolding",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ContentTests", dependencies: ["Content", "Diagnostics", "DocumentReading", "Forms", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "SiteModelTests", dependencies: ["Addresses", "Content", "Diagnostics", "SiteModel"],
            swiftSettings: settings),
        .testTarget(
            name: "ThemingTests",
            dependencies: [
                "Content", "Diagnostics", "SiteModel", "TestSupport", "Theming",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "OpenDataTests",
            dependencies: [
                "Content", "Diagnostics", "OpenData", "SiteModel", "SpreadsheetWriting", "TestSupport", "XMLWriting",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "RosterImportingTests",
            dependencies: [
                "CZip", "Content", "Diagnostics", "DocumentReading", "OpenData", "RosterImporting", "SiteModel",
                "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ScaffoldingTests", dependencies: ["Content", "Diagnostics", "JSONWriting", "Scaffolding"],
            exclude: ["schema_judge.py"], swiftSettings: settings),
        .testTarget(
            name: "CertificatesTests", dependencies: ["Certificates", "Content", "Diagnostics", "SiteModel"],
            swiftSettings: settings),
        .testTarget(
            name: "ContentWritingTests", dependencies: ["ContentWriting", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "SearchingTests", dependencies: ["CZlib", "Searching", "SiteModel", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "CheckingTests", dependencies: ["Checking", "Content", "Diagnostics", "SiteModel", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ExternalLinksTests", dependencies: ["Diagnostics", "ExternalLinks", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PhotosTests", dependencies: ["CPictures", "DerivedFiles", "Photos", "TestSupport"],
            exclude: ["Pictures", "make_pictures.py"], swiftSettings: settings),
        .testTarget(name: "SharePicturesTests", dependencies: ["SharePictures"], swiftSettings: settings),
        .testTarget(
            name: "PublishingTests", dependencies: ["Addresses", "Diagnostics", "Publishing", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(name: "WatchingTests", dependencies: ["Watching", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "BuildingTests",
            dependencies: [
                "Addresses", "Building", "Checking", "Content", "Diagnostics", "ExternalLinks", "JSONWriting",
                "OpenData", "Publishing", "RosterImporting", "Scaffolding", "Searching", "SiteModel", "TestSupport",
                "Theming",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "PreviewingTests",
            dependencies: ["Building", "Content", "PreviewServer", "Previewing", "Publishing", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "PreviewServerTests", dependencies: ["PreviewServer", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CommandsTests", dependencies: ["Commands", "Diagnostics", "TestSupport", "showcase"],
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests", dependencies: ["showcase", "TestSupport"], exclude: ["schema_tools.py"],
            swiftSettings: settings),
    ]
)

// The program of `script/fuzz`. It links only where the sanitizer for fuzzers is switched on for all modules.
if Context.environment["SHOWCASE_FUZZ"] != nil {
    package.targets += [
        .target(name: "CLibFuzzer", path: "Tests/CLibFuzzer"),
        .executableTarget(
            name: "showcase-fuzz", dependencies: ["CLibFuzzer", "FuzzTargets"], path: "Tests/FuzzRunner",
            swiftSettings: settings),
    ]
}
