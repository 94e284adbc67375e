import Foundation

/// Other people's programs, which look at what ours made.
package enum Tool {
    /// A program that did not end with 0.
    package struct Failure: Error {
        package let command: [String]
        package let status: Int32
    }

    /// What the program writes to its standard output.
    ///
    /// - Throws: `Failure` where it does not end with 0.
    package static func run(_ program: String, _ arguments: [String], in folder: String? = nil) throws -> String {
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
        guard process.terminationStatus == 0 else {
            throw Failure(command: [program] + arguments, status: process.terminationStatus)
        }
        return String(decoding: out, as: UTF8.self)
    }
}
