import Foundation
import TestSupport
import Testing

/// Runs the compiled program as a process.
struct Program {
    struct Output {
        let status: Int32
        let out: String
        let error: String
    }

    /// The executable beside the test bundle.
    static let path: String = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
        return bundle.deletingLastPathComponent().appendingPathComponent("showcase").path
    }()

    /// - Parameter program: another program than ours.
    static func run(
        _ arguments: [String], of program: String? = nil, in folder: String, environment: [String: String] = [:]
    ) throws -> Output {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program ?? path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        var variables = ProcessInfo.processInfo.environment
        variables["SHOWCASE_LANG"] = nil
        variables["SOURCE_DATE_EPOCH"] = "1606780800"
        variables.merge(environment) { _, given in given }
        process.environment = variables
        // Files instead of pipes: a full pipe would stop a program with much to say.
        let scratch = try Scratch()
        let out = scratch.path + "/out"
        let error = scratch.path + "/error"
        for file in [out, error] { try Data().write(to: URL(fileURLWithPath: file)) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: error))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Output(
            status: process.terminationStatus, out: try String(contentsOfFile: out, encoding: .utf8),
            error: try String(contentsOfFile: error, encoding: .utf8))
    }
}

/// Other people's programs, which look at what ours made.
enum Tool {
    /// What the program writes to its standard output. That it ends with 0 is expected.
    static func run(_ program: String, _ arguments: [String], in folder: String? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let out = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program) \(arguments)")
        return String(decoding: out, as: UTF8.self)
    }
}

/// A folder that is removed when the test is over.
final class Scratch {
    private let temporary: TemporaryFolder
    var path: String { temporary.path }

    init() throws { temporary = try TemporaryFolder("test") }

    /// A copy of a site of `Tests/Sites`, with the files of another folder laid over it.
    func site(_ name: String, overlay: String? = nil) throws -> String {
        let target = path + "/site"
        try FileManager.default.copyItem(atPath: Sites.folder + "/" + name, toPath: target)
        guard let overlay else { return target }
        let source = Sites.folder + "/" + overlay
        for file in try Sites.files(below: source) where file != "expected.txt" {
            let destination = target + "/" + file
            try FileManager.default.createDirectory(
                atPath: (destination as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try? FileManager.default.removeItem(atPath: destination)
            try FileManager.default.copyItem(atPath: source + "/" + file, toPath: destination)
        }
        return target
    }
}

/// The sites in `Tests/Sites`.
enum Sites {
    static let folder: String = {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path + "/Sites"
    }()

    /// The repository this test belongs to.
    static var repository: String {
        URL(fileURLWithPath: folder).deletingLastPathComponent().deletingLastPathComponent().path
    }

    /// All files below a folder, relative to it, sorted.
    static func files(below folder: String) throws -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
        var files: [String] = []
        for case let file as String in walk {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: folder + "/" + file, isDirectory: &isFolder)
            if !isFolder.boolValue { files.append(file) }
        }
        return files.sorted()
    }

    static var broken: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/broken")) ?? []).sorted()
    }
}
