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
