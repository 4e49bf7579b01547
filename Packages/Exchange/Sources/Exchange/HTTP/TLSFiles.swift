// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import NIOSSL

/// The PEM files with which a link proves who it is and whom it trusts (mTLS).
public struct TLSFiles: Hashable, Sendable {
    /// Path of our certificate, followed in the file by its chain.
    public var certificate: String
    /// Path of its private key.
    public var key: String
    /// Path of the roots we trust; nil for those of the machine. PKIoverheid's private root is not among those.
    public var ca: String?

    /// - Parameters: see the properties.
    public init(certificate: String, key: String, ca: String? = nil) {
        self.certificate = certificate
        self.key = key
        self.ca = ca
    }

    /// Reads the files. Throws `config-ongeldig` naming the file that cannot be used.
    func configuration() throws(RegieFout) -> TLSConfiguration {
        var uit = TLSConfiguration.makeClientConfiguration()
        uit.minimumTLSVersion = .tlsv12
        uit.certificateChain = try read(certificate, "certificaat") {
            try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) }
        }
        uit.privateKey = try read(key, "sleutel") { .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)) }
        if let ca {
            uit.trustRoots = try read(ca, "CA-bestand") { .certificates(try NIOSSLCertificate.fromPEMFile(ca)) }
        }
        return uit
    }

    private func read<Value>(_ path: String, _ what: String, _ body: () throws -> Value) throws(RegieFout) -> Value {
        do {
            return try body()
        } catch {
            throw RegieFout(
                .configOngeldig,
                "Het \(what) voor de koppeling kan niet worden gelezen.",
                watTeDoen: "Controleer of het bestand bestaat, leesbaar is en PEM bevat.",
                waar: path
            )
        }
    }
}
