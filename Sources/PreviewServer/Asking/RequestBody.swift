/// What a request brings along.
package enum RequestBody: Sendable {
    case none
    /// A message for the program, which nobody has looked into yet.
    case json([UInt8])
    /// A file, which stands where `PreviewWriting` puts it until it is taken or the request is answered.
    case upload(any UploadedFile)
}

/// A file that is being sent.
package protocol UploadedFile: Sendable {
    /// Adds bytes at its end.
    func append(_ bytes: [UInt8]) throws
    /// Removes it, unless somebody has taken it.
    func discard()
}

/// A body that may follow a head.
struct AdmittedBody: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case json
        case upload
    }

    let kind: Kind
    /// In bytes, as the head says; no more are read.
    let length: Int
}

/// What the gate lets through.
package struct Admission: Sendable {
    package let target: RequestTarget
    /// `nil` where no body follows.
    let body: AdmittedBody?
}
