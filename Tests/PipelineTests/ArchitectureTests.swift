import Foundation
import Testing

/// The invariants of `docs/architecture.md` that the compiler does not hold.
@Suite("Architecture")
struct ArchitectureTests {
    /// The Swift sources of a module with their paths.
    private func sources(_ module: String) throws -> [(path: String, text: String)] {
        let root = Self.root.path + "/Sources/" + module
        let names = try #require(FileManager.default.enumerator(atPath: root)?.allObjects as? [String])
        return try names.filter { $0.hasSuffix(".swift") }.map {
            ("\(module)/\($0)", try String(contentsOfFile: root + "/" + $0, encoding: .utf8))
        }
    }

    /// The modules of Swift from below to above: each imports only those before it.
    private static let modules = [
        "Text", "Addresses", "Diagnostics", "Rules", "FileSystem", "Markdown", "Documents", "Pictures", "Forms",
        "Values", "Fields", "Screening", "Content", "Editing", "SiteModel", "ExternalLinks", "Theming", "OpenData",
        "Search",
        "Checking", "Scaffolding", "Certificates", "Importing", "History", "Publishing", "Pipeline", "PreviewServer",
        "Watching", "Preview", "Desk", "Commands", "showcase",
    ]

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("the modules of the sources, the package and the documents are the same, in one order")
    func order() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.path + "/Sources")
        #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(Self.modules + ["C"]))
        for (document, sign) in [
            ("Package.swift", /(?m)name: "(\w+)"/), ("docs/architecture.md", /(?m)^\| `(\w+)` \|/),
        ] {
            let text = try String(contentsOf: Self.root.appending(path: document), encoding: .utf8)
            let named = text.matches(of: sign).map { String($0.1) }.filter(Self.modules.contains)
            // The package and its product bear the name of the program as well.
            #expect(named.suffix(Self.modules.count) == Self.modules[...], "\(document)")
        }
    }

    @Test("a module imports only those below it", arguments: modules)
    func imports(module: String) throws {
        let above = Set(Self.modules.drop { $0 != module })
        let sign = /(?m)^(?:@\w+ )*import (?:\w+ )?(\w+)/
        for (path, text) in try sources(module) {
            for name in text.matches(of: sign).map({ String($0.1) }) where above.contains(name) {
                Issue.record("\(path) imports \(name)")
            }
        }
    }

    @Test("no type bears the name of a module, which would hide the module", arguments: modules)
    func typeNames(module: String) throws {
        let sign = /(?m)^(?:package |private |final |indirect )*(?:struct|enum|class|actor|protocol|typealias) (\w+)/
        for (path, text) in try sources(module) {
            for name in text.matches(of: sign).map({ String($0.1) }) where Self.modules.contains(name) {
                Issue.record("\(path) declares \(name)")
            }
        }
    }

    @Test("nothing outside Publishing opens a file for writing", arguments: modules.filter { $0 != "Publishing" })
    func writing(module: String) throws {
        let signs = [
            "O_WRONLY", "O_RDWR", "O_CREAT", "createFile(", "createDirectory(", "write(toFile", "write(to: URL",
            "mkdir(", "mkdirat(", "rename(", "renameat(", "default.removeItem(", "forWritingAtPath", "forUpdating",
        ]
        for (path, text) in try sources(module) {
            let allowed =
                switch path {
                // Content, exports and lists that a person asks for go through one door, which follows no links.
                case "FileSystem/SiteFolder.swift", "FileSystem/SiteFolder+Steps.swift", "FileSystem/FolderCalls.swift",
                    "FileSystem/UploadFile.swift":
                    ["O_WRONLY", "O_RDWR", "O_CREAT", "mkdir(", "mkdirat(", "renameat("]
                // What other sites answered is kept beside the site, so that they are not asked every day; so is what
                // takes long to make.
                case "FileSystem/DerivedFiles/CacheFolder.swift": ["O_WRONLY", "O_CREAT", "mkdirat(", "renameat("]
                // A ledger under its former name goes when it has been read.
                case "Commands/Site/LedgerFile.swift": ["default.removeItem("]
                // GitHub names a file for the summary of a run.
                case "Commands/CommandContext.swift": ["forWritingAtPath"]
                default: [String]()
                }
            for sign in signs where text.contains(sign) && !allowed.contains(sign) {
                Issue.record("\(path) has \(sign)")
            }
            // The library behind the spreadsheets writes files only.
            if text.contains("mkdtemp(") {
                #expect(path == "Documents/SpreadsheetWriting/WorkbookWriter.swift")
            }
        }
    }

    @Test("what a person did not name is written only over what was read", arguments: modules)
    func overwriting(module: String) throws {
        // Exports and baselines are files that a person names; the list of addresses is the program's own.
        let asked = [
            "Commands/Export/ExportRun.swift", "Commands/Site/BaselineFile.swift", "Commands/Site/LedgerFile.swift",
        ]
        for (path, text) in try sources(module) where path != "FileSystem/SiteFolder.swift" {
            if text.contains(".overwrite(") { #expect(asked.contains(path), "\(path)") }
        }
    }

    @Test("only what looks into documents, the preview's editor and the browser start programs", arguments: modules)
    func programs(module: String) throws {
        let allowed = [
            "Documents/LimitedProgram.swift", "Preview/EditorCommand.swift", "Commands/Process/Browser.swift",
        ]
        for (path, text) in try sources(module) where !allowed.contains(path) {
            for sign in ["Process()", "posix_spawn", "showcase_start_limited", "popen("] where text.contains(sign) {
                Issue.record("\(path) has \(sign)")
            }
        }
    }

    @Test(
        "values, fields, the model, rendering, open data, forms, imports and certificates know no clock, locale or environment",
        arguments: [
            "Editing", "SiteModel", "Theming", "OpenData", "Search", "Importing", "Scaffolding", "Certificates",
            "Forms",
            "Values", "Fields", "Screening", "Rules",
        ])
    func purity(module: String) throws {
        let signs = [
            "Date()", "Locale", "TimeZone", "ProcessInfo", "getenv", "FileManager", "ContinuousClock", "random(",
        ]
        for (path, text) in try sources(module) {
            for sign in signs where text.contains(sign) { Issue.record("\(path) has \(sign)") }
        }
    }

    @Test("a command knows the process through its context alone")
    func commands() throws {
        let signs = [
            "ProcessInfo", "Date()", "isatty", "readLine()", "FileHandle.standard", "getenv", "currentDirectoryPath",
            "DispatchSource", "signal(SIG",
        ]
        for (path, text) in try sources("Commands") where !path.hasPrefix("Commands/Process/") {
            for sign in signs where text.contains(sign) { Issue.record("\(path) has \(sign)") }
        }
    }

    @Test(
        "between its ends a build knows no disk",
        arguments: ["Pipeline", "Checking", "Editing", "SiteModel", "Theming", "OpenData", "Search", "Preview"])
    func memory(module: String) throws {
        // The forms of the ends on the disk are named here, and a person's editor is found.
        let ends = ["Pipeline/BuildOptions.swift", "Pipeline/BuildCaches.swift", "Preview/EditorCommand.swift"]
        let signs = [".disk(", "FileManager", "contentsOfFile", "FileHandle", "fopen(", "= open("]
        for (path, text) in try sources(module) where !ends.contains(path) {
            for sign in signs where text.contains(sign) { Issue.record("\(path) has \(sign)") }
        }
    }

    @Test("the preview's server knows no files")
    func previewWithoutFiles() throws {
        for (path, text) in try sources("PreviewServer") {
            for sign in ["FileManager", "contentsOf", "FileHandle", "fopen(", "openat(", " open(\""] {
                if text.contains(sign) { Issue.record("\(path) has \(sign)") }
            }
        }
    }

    @Test(
        "what reads files that others handed in has no way to the network",
        arguments: [
            "Documents", "Forms", "Importing", "FileSystem", "Content", "Fields", "Values", "Screening", "Pictures",
        ])
    func noNetwork(module: String) throws {
        let signs = [
            "FoundationNetworking", "FlyingFox", "FlyingSocks", "CLinkProbe", "ExternalLinks", "PreviewServer",
            "URLSession",
            "contentsOf: URL", "socket(", "connect(",
        ]
        for (path, text) in try sources(module) {
            for sign in signs where text.contains(sign) { Issue.record("\(path) has \(sign)") }
        }
    }

    @Test(
        "readers of content ask for fields by their keys, never by a name in a text", arguments: ["Content", "Fields"])
    func keys(module: String) throws {
        let sign =
            /(fields|reader|\$0)\.(text|texts|textOrEmpty|date|integer|number|flag|word|words|names|object|objects|pairs|entries|has)\("/
        // What a cell of a form may hold depends on the others in it.
        for (path, text) in try sources(module) where path != "Content/Reading/FormDefinitionReader.swift" {
            #expect(text.firstMatch(of: sign) == nil, "\(path)")
        }
    }

    @Test("no module stops the program over its input", arguments: modules)
    func crashes(module: String) throws {
        for (path, text) in try sources(module) {
            for sign in ["fatalError(", "try!", " as! "] where text.contains(sign) {
                Issue.record("\(path) has \(sign)")
            }
        }
    }
}
