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
        // C libraries of Debian, and the few lines of C that speak to them and to the system.
        .systemLibrary(
            name: "CCmarkGFM", path: "Sources/C/CCmarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(
            name: "CGit2", path: "Sources/C/CGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .systemLibrary(
            name: "CPangoCairo", path: "Sources/C/CPangoCairo", pkgConfig: "pangocairo",
            providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(
            name: "CQRCode", path: "Sources/C/CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]
        ),
        .systemLibrary(
            name: "CXLSXWriter", path: "Sources/C/CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(
            name: "CXML2", path: "Sources/C/CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", path: "Sources/C/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", path: "Sources/C/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CArena", path: "Sources/C/CArena"),
        .target(
            name: "CDrawing", dependencies: ["CFontFiles", "CPangoCairo"], path: "Sources/C/CDrawing",
            linkerSettings: [.linkedLibrary("png")]),
        .target(name: "CFileSystem", path: "Sources/C/CFileSystem"),
        .target(
            name: "CFontFiles", dependencies: ["CPangoCairo"], path: "Sources/C/CFontFiles",
            linkerSettings: [.linkedLibrary("pangoft2-1.0"), .linkedLibrary("fontconfig")]),
        .target(name: "CLimitedProcess", path: "Sources/C/CLimitedProcess"),
        .target(name: "CLinkProbe", path: "Sources/C/CLinkProbe", linkerSettings: [.linkedLibrary("curl")]),
        .target(
            name: "CPictures", path: "Sources/C/CPictures",
            linkerSettings: [
                .linkedLibrary("jpeg"), .linkedLibrary("png"), .linkedLibrary("webp"), .linkedLibrary("lcms2"),
            ]),
        .target(name: "CPrint", dependencies: ["CFontFiles", "CPangoCairo"], path: "Sources/C/CPrint"),
        .target(name: "CXMLReader", dependencies: ["CXML2"], path: "Sources/C/CXMLReader"),

        // The program, from the bottom up: a module depends only on those before it.
        .target(
            name: "Text", swiftSettings: settings),
        .target(
            name: "Addresses", swiftSettings: settings),
        .target(
            name: "Diagnostics", dependencies: ["Text"], swiftSettings: settings),
        .target(
            name: "Rules", dependencies: ["Diagnostics"], swiftSettings: settings),
        .target(
            name: "FileSystem",
            dependencies: ["CFileSystem", "Diagnostics", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(
            name: "Markdown", dependencies: ["CArena", "CCmarkGFM", "Diagnostics", "Rules", "Text"],
            swiftSettings: settings),
        .target(
            name: "Documents",
            dependencies: ["CLimitedProcess", "CXLSXWriter", "CXMLReader", "CZip", "Diagnostics", "Text"],
            swiftSettings: settings),
        .target(
            name: "Pictures",
            dependencies: [
                "CDrawing", "CPictures", "FileSystem", "Text", .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: settings),
        .target(
            name: "Forms", dependencies: ["CPrint", "CZip", "Documents", "Text"], swiftSettings: settings),
        .target(
            name: "Values",
            dependencies: ["Addresses", "Diagnostics", "Text", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(
            name: "Fields",
            dependencies: [
                "Diagnostics", "Documents", "Rules", "Text", "Values", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .target(
            name: "Screening", dependencies: ["Addresses", "Diagnostics", "Fields", "Markdown", "Rules", "Values"],
            swiftSettings: settings),
        .target(
            name: "Content",
            dependencies: [
                "Addresses", "Diagnostics", "Documents", "Fields", "Forms", "Markdown", "Pictures", "Rules",
                "Screening", "Values",
            ], swiftSettings: settings),
        .target(
            name: "Editing",
            dependencies: ["Content", "Diagnostics", "Documents", "Fields", "Text", "Values"],
            swiftSettings: settings),
        .target(
            name: "SiteModel",
            dependencies: ["Addresses", "Content", "Diagnostics", "Forms", "Pictures", "Rules", "Text", "Values"],
            swiftSettings: settings),
        .target(
            name: "ExternalLinks",
            dependencies: ["Addresses", "CLinkProbe", "Diagnostics", "FileSystem", "Rules", "Text"],
            swiftSettings: settings),
        .target(
            name: "Theming",
            dependencies: [
                "Addresses", "Content", "Diagnostics", "Documents", "Fields", "Forms", "Markdown", "Pictures", "Rules",
                "SiteModel", "Text", "Values", .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: settings),
        .target(
            name: "OpenData",
            dependencies: [
                "Addresses", "Content", "Diagnostics", "Documents", "Fields", "Markdown", "SiteModel", "Text", "Values",
            ], swiftSettings: settings),
        .target(
            name: "Search", dependencies: ["Content", "Fields", "Markdown", "SiteModel", "Values"],
            swiftSettings: settings),
        .target(
            name: "Checking",
            dependencies: [
                "Addresses", "Content", "Diagnostics", "Documents", "ExternalLinks", "Markdown", "Rules", "Screening",
                "SiteModel", "Values",
            ], swiftSettings: settings),
        .target(
            name: "Scaffolding", dependencies: ["Content", "Diagnostics", "Fields", "Rules", "Text", "Values"],
            swiftSettings: settings),
        .target(
            name: "Certificates",
            dependencies: [
                "CPrint", "CQRCode", "Content", "Diagnostics", "Rules", "SiteModel", "Values",
                .product(name: "Yams", package: "Yams"),
            ], swiftSettings: settings),
        .target(
            name: "Importing",
            dependencies: [
                "Content", "Diagnostics", "Documents", "Fields", "Forms", "Markdown", "Rules", "Scaffolding",
                "Screening", "SiteModel", "Values",
            ], swiftSettings: settings),
        .target(
            name: "History", dependencies: ["CFileSystem", "CGit2", "Content", "Diagnostics", "Editing", "FileSystem"],
            swiftSettings: settings),
        .target(
            name: "Publishing", dependencies: ["Addresses", "CFileSystem", "Diagnostics"], swiftSettings: settings),
        .target(
            name: "Pipeline",
            dependencies: [
                "Addresses", "Certificates", "Checking", "Content", "Diagnostics", "Documents", "Editing",
                "ExternalLinks",
                "Fields", "FileSystem", "Forms", "OpenData", "Pictures", "Publishing", "Rules", "Screening", "Search",
                "SiteModel", "Theming", "Values", .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: settings),
        .target(
            name: "PreviewServer",
            dependencies: [
                "Diagnostics", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ], swiftSettings: settings),
        .target(
            name: "Watching", dependencies: ["CFileSystem"], swiftSettings: settings),
        .target(
            name: "Preview",
            dependencies: [
                "Addresses", "Content", "Diagnostics", "Fields", "OpenData", "Pictures", "Pipeline", "PreviewServer",
                "Rules", "Search", "SiteModel", "Text", "Theming", "Values", "Watching",
            ],
            resources: [
                .embedInCode("Client/panel.js"), .embedInCode("Client/events.js"), .embedInCode("Client/panel.css"),
                .embedInCode("Client/desk.css"),
            ], swiftSettings: settings),
        .target(
            name: "Desk",
            dependencies: [
                "Addresses", "Content", "Diagnostics", "Documents", "Editing", "Fields", "FileSystem", "History",
                "Markdown", "Pictures", "Pipeline", "Preview",
                "PreviewServer", "Rules", "Scaffolding", "SiteModel", "Text", "Values",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [
                .embedInCode("Client/api.js"), .embedInCode("Client/arrange.js"),
                .embedInCode("Client/beside.js"), .embedInCode("Client/clip.js"),
                .embedInCode("Client/combo.js"), .embedInCode("Client/conflict.js"),
                .embedInCode("Client/content.js"), .embedInCode("Client/dates.js"),
                .embedInCode("Client/desk.css"), .embedInCode("Client/dom.js"),
                .embedInCode("Client/drafts.js"), .embedInCode("Client/edit.js"),
                .embedInCode("Client/fields.js"), .embedInCode("Client/findings.js"),
                .embedInCode("Client/grid.js"), .embedInCode("Client/gridview.js"),
                .embedInCode("Client/history.js"), .embedInCode("Client/inputs.js"),
                .embedInCode("Client/links.js"), .embedInCode("Client/list.js"),
                .embedInCode("Client/lists.js"), .embedInCode("Client/main.js"),
                .embedInCode("Client/markdown.js"), .embedInCode("Client/page.js"),
                .embedInCode("Client/paste.js"), .embedInCode("Client/photo.js"),
                .embedInCode("Client/pieces.js"), .embedInCode("Client/sheet.js"),
                .embedInCode("Client/text.js"), .embedInCode("Client/today.js"),
                .embedInCode("Client/toolbar.js"), .embedInCode("Client/version.js"),
                .embedInCode("Client/word.js"), .embedInCode("Client/words.js"),
            ], swiftSettings: settings),
        .target(
            name: "Commands",
            dependencies: [
                "Addresses", "CFileSystem", "Certificates", "Checking", "Content", "Desk", "Diagnostics", "Documents",
                "FileSystem", "Forms", "History", "Importing", "Pipeline", "Preview", "PreviewServer", "Publishing",
                "Rules", "Scaffolding", "Screening", "SiteModel", "Values", "Watching",
            ], swiftSettings: settings),
        .executableTarget(
            name: "showcase",
            dependencies: [
                "Addresses", "Commands", "Content", "Diagnostics", "History", "Importing", "Pipeline", "PreviewServer",
                "Publishing", "Rules", "Scaffolding", "Values", "Watching",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),

        // Tests, and the ways in for fuzzers.
        .target(
            name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "CZlib", "Content", "Diagnostics", "Documents", "Editing", "Forms", "Importing", "Markdown",
                "PreviewServer",
                "Screening", "SiteModel", "Theming", "Values",
            ], path: "Tests/FuzzTargets", swiftSettings: settings),
        .testTarget(
            name: "AddressesTests", dependencies: ["Addresses", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CertificatesTests", dependencies: ["Certificates", "Content", "Diagnostics", "SiteModel", "Values"],
            swiftSettings: settings),
        .testTarget(
            name: "CheckingTests",
            dependencies: ["Checking", "Content", "Diagnostics", "Rules", "SiteModel", "TestSupport", "Values"],
            swiftSettings: settings),
        .testTarget(
            name: "CommandsTests", dependencies: ["Commands", "TestSupport", "showcase"], swiftSettings: settings),
        .testTarget(
            name: "ContentTests",
            dependencies: ["Content", "Diagnostics", "Fields", "Forms", "Rules", "TestSupport", "Values"],
            swiftSettings: settings),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Content", "Desk", "Diagnostics", "FileSystem", "History", "Pipeline", "Preview", "PreviewServer",
                "TestSupport", "Text", "Values", "Watching",
            ], swiftSettings: settings),
        .testTarget(
            name: "DiagnosticsTests", dependencies: ["Diagnostics", "Rules"], swiftSettings: settings),
        .testTarget(
            name: "DocumentsTests", dependencies: ["CZip", "CZlib", "Diagnostics", "Documents", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "EditingTests",
            dependencies: [
                "Content", "Diagnostics", "Documents", "Editing", "Fields", "TestSupport", "Text", "Values",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests", dependencies: ["TestSupport", "showcase"], exclude: ["schema_tools.py"],
            swiftSettings: settings),
        .testTarget(
            name: "ExternalLinksTests", dependencies: ["Diagnostics", "ExternalLinks", "Rules", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "FieldsTests", dependencies: ["Diagnostics", "Documents", "Fields", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "FileSystemTests", dependencies: ["FileSystem", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "FormsTests", dependencies: ["Content", "Documents", "Forms"], swiftSettings: settings),
        .testTarget(
            name: "FuzzTargetsTests", dependencies: ["FuzzTargets"], swiftSettings: settings),
        .testTarget(
            name: "HistoryTests", dependencies: ["Diagnostics", "Editing", "FileSystem", "History", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ImportingTests",
            dependencies: [
                "CZip", "Content", "Diagnostics", "Documents", "Fields", "Forms", "Importing", "Markdown", "OpenData",
                "Rules", "Scaffolding", "Screening", "SiteModel", "TestSupport", "Values",
            ], swiftSettings: settings),
        .testTarget(
            name: "MarkdownTests", dependencies: ["CCmarkGFM", "Diagnostics", "Markdown", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "OpenDataTests",
            dependencies: [
                "Content", "Diagnostics", "Documents", "OpenData", "SiteModel", "TestSupport", "Text", "Values",
            ], swiftSettings: settings),
        .testTarget(
            name: "PicturesTests", dependencies: ["CPictures", "FileSystem", "Pictures", "TestSupport"],
            exclude: ["Pictures", "make_pictures.py"], swiftSettings: settings),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Addresses", "Checking", "Content", "Diagnostics", "ExternalLinks", "Fields", "Importing", "OpenData",
                "Pictures", "Pipeline", "Publishing", "Rules", "Scaffolding", "Search", "SiteModel", "TestSupport",
                "Text", "Theming", "Values",
            ], swiftSettings: settings),
        .testTarget(
            name: "PreviewServerTests", dependencies: ["PreviewServer", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "PreviewTests",
            dependencies: [
                "Content", "Pipeline", "Preview", "PreviewServer", "Publishing", "TestSupport", "Values", "Watching",
            ], swiftSettings: settings),
        .testTarget(
            name: "PublishingTests", dependencies: ["Addresses", "Publishing", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "RulesTests", dependencies: ["Diagnostics", "Rules"], swiftSettings: settings),
        .testTarget(
            name: "ScaffoldingTests",
            dependencies: ["Content", "Diagnostics", "Fields", "Forms", "Scaffolding", "Text", "Values"],
            exclude: ["schema_judge.py"], swiftSettings: settings),
        .testTarget(
            name: "ScreeningTests", dependencies: ["Diagnostics", "Rules", "Screening"], swiftSettings: settings),
        .testTarget(
            name: "SearchTests", dependencies: ["Content", "Search", "SiteModel", "TestSupport", "Values"],
            swiftSettings: settings),
        .testTarget(
            name: "SiteModelTests",
            dependencies: ["Addresses", "Content", "Diagnostics", "Rules", "SiteModel", "Values"],
            swiftSettings: settings),
        .testTarget(
            name: "TextTests", dependencies: ["Text"], swiftSettings: settings),
        .testTarget(
            name: "ThemingTests",
            dependencies: [
                "Content", "Diagnostics", "Fields", "Rules", "SiteModel", "TestSupport", "Theming", "Values",
                .product(name: "Mustache", package: "swift-mustache"),
            ], swiftSettings: settings),
        .testTarget(
            name: "ValuesTests", dependencies: ["Diagnostics", "Fields", "Values"], swiftSettings: settings),
        .testTarget(
            name: "WatchingTests", dependencies: ["TestSupport", "Watching"], swiftSettings: settings),
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
