import Commands
import Foundation
import Synchronization
import TestSupport
import Testing
import showcase

/// Runs the commands of the program as a shell does, without a process.
struct Shell {
    /// What came of a command.
    struct Output {
        let status: Int32
        let out: String
        let error: String
    }

    /// The folder that the command is called in.
    var folder: String
    var environment: [String: String] = [:]
    /// The terminal that standard output goes to; `nil` for a file.
    var terminal: Terminal?
    /// What a person answers when asked; `nil` where nobody is there.
    var answer: String?
    /// How many bytes standard output takes before the disk is full.
    var room = Int.max
    /// The signal that comes once a build has begun; `nil` for none.
    var signal: Int32?

    /// - Parameter environment: the variables that there are.
    static func run(_ arguments: [String], in folder: String, environment: [String: String] = [:]) -> Output {
        Shell(folder: folder, environment: environment).run(arguments)
    }

    func run(_ arguments: [String]) -> Output {
        let streams = CapturedStreams(room: room)
        // The day is that of the tests, as no clock is the same twice.
        var context = CommandContext(
            folder: folder, variables: ["SOURCE_DATE_EPOCH": "1606780800"].merging(environment) { $1 },
            now: { Date(timeIntervalSince1970: 0) }, processorCount: ProcessInfo.processInfo.activeProcessorCount,
            streams: streams.streams)
        context.terminal = terminal
        if let answer { context.askedLine = { answer } }
        if let signal {
            context.interruption = { notice in
                notice()
                return .requested(bySignal: signal)
            }
        }
        let status = Showcase.run(arguments, in: context)
        return Output(status: status, out: streams.out, error: streams.error)
    }
}

/// Streams that keep what is written.
private final class CapturedStreams: Sendable {
    private let room: Int
    private let written = Mutex((out: Data(), error: ""))

    init(room: Int) { self.room = room }

    var out: String { written.withLock { String(decoding: $0.out, as: UTF8.self) } }
    var error: String { written.withLock { $0.error } }

    var streams: CommandStreams {
        CommandStreams(
            output: { bytes throws(CommandStreams.Failure) in
                let isFull = self.written.withLock { written in
                    guard written.out.count + bytes.count <= self.room else { return true }
                    written.out += bytes
                    return false
                }
                if isFull { throw CommandStreams.Failure(errno: ENOSPC) }
            },
            error: { text in self.written.withLock { $0.error += text } })
    }
}

extension Scratch {
    /// The folder of a sample site, made as a person makes one.
    func newSite(language: String = "zh-CN") throws -> String {
        let made = Shell.run(
            ["new", "site", "site", "--language", language, "--themes", Sites.repository + "/themes"], in: path)
        try #require(made.status == 0, "\(made.error)")
        return path + "/site"
    }
}

/// The text of a file.
func contents(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
