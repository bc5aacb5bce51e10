;;! reference_types = true

;; Names of interfaces, with versions.
;; Explainer.md, "Import and Export Definitions" (`interfacename`, `interfaceversion`), "Name Uniqueness" and "Canonical
;; Interface Name"; https://semver.org.

;; interfacename: a namespace, a package and a projection are words
(component definition
  (import "a:b/c" (func))
  (import "abc:def/ghi" (instance))
  (import "a-b:c-d/e-f" (func))
  (import "a1:b2/c3" (func))
  ;; words: after the first one they may begin with a digit
  (import "a-1:b-2/c-3" (func))
  ;; projection: a label may have acronyms
  (import "a:b/HTTP-types" (func))
  (import "a:b/D" (type (sub resource))))
;; interfacename: of exports, too
(component definition
  (instance $i)
  (export "a:b/c" (instance $i))
  (export "a:b/c@1.0.0" (instance $i))
  (export "a:b/d@2.0.0-rc.1" (instance $i)))
;; interfacename: and in types
(component definition
  (type (component
    (import "a:b/c@1.0.0" (instance))
    (export "a:b/c@1.0.0" (instance))))
  (type (instance (export "a:b/c@1.0.0" (instance)))))

;; namespace: is needed
(assert_invalid (component (import ":b/c" (func))) "is not a valid extern name")
;; words: none of them is empty
(assert_invalid (component (import "a:/c" (func))) "is not a valid extern name")
(assert_invalid (component (import "a:b/" (func))) "is not a valid extern name")
;; projection: is needed
(assert_invalid (component (import "a:b" (func))) "expected `/` after package name")
(assert_invalid (component (import "a:b@1.0.0" (func))) "is not a valid extern name")
;; interfacename: without a namespace it is none
(assert_invalid (component (import "b/c" (func))) "is not a valid extern name")
(assert_invalid (component (import "/c" (func))) "is not a valid extern name")
;; words: of a namespace are lowercase
(assert_invalid (component (import "A:b/c" (func))) "is not lowercase")
(assert_invalid (component (import "a-B:c/d" (func))) "is not lowercase")
;; words: of a package are lowercase
(assert_invalid (component (import "a:B/c" (func))) "is not lowercase")
(assert_invalid (component (import "a:b-C/d" (func))) "is not lowercase")
;; first-word: begins with a letter
(assert_invalid (component (import "1a:b/c" (func))) "is not a valid extern name")
(assert_invalid (component (import "a:1/c" (func))) "is not a valid extern name")
;; label: begins with a letter
(assert_invalid (component (import "a:b/1c" (func))) "is not a valid extern name")
;; word: has letters and digits, nothing else
(assert_invalid (component (import "a_b:c/d" (func))) "is not a valid extern name")
(assert_invalid (component (import "a:b.c/d" (func))) "is not a valid extern name")
(assert_invalid (component (import "a:b/c_d" (func))) "is not a valid extern name")
(assert_invalid (component (import "a: b/c" (func))) "is not a valid extern name")
(assert_invalid (component (import "ä:b/c" (func))) "is not a valid extern name")
;; words: hyphens stand between words
(assert_invalid (component (import "-a:b/c" (func))) "is not a valid extern name")
(assert_invalid (component (import "a:b-/c" (func))) "is not a valid extern name")
(assert_invalid (component (import "a:b/c--d" (func))) "is not a valid extern name")
;; label: a word is all lowercase or all uppercase
(assert_invalid (component (import "a:b/cD" (func))) "is not a valid extern name")

;; interfaceversion: a valid semver
(component definition
  (import "a:b/c@0.0.0" (func))
  (import "a:b/c@0.0.1" (func))
  (import "a:b/c@0.1.0" (func))
  (import "a:b/c@1.2.3" (func))
  (import "a:b/c@10.20.30" (func))
  ;; pre-release: identifiers, separated by dots
  (import "a:b/c@1.0.0-alpha" (func))
  (import "a:b/c@1.0.0-alpha.1" (func))
  (import "a:b/c@1.0.0-0.3.7" (func))
  (import "a:b/c@1.0.0-x-y-z.--" (func))
  ;; build metadata: identifiers, which may have leading zeros
  (import "a:b/c@1.0.0+20130313144700" (func))
  (import "a:b/c@1.0.0+001" (func))
  (import "a:b/c@1.0.0-beta+exp.sha.5114f85" (func))
  ;; identifiers may have uppercase letters
  (import "a:b/c@1.0.0-RC1+BUILD" (func)))
;; interfaceversion: after an @ there has to be one
(assert_invalid (component (import "a:b/c@" (func))) "invalid interface version")
;; semver: three numbers
(assert_invalid (component (import "a:b/c@1.2" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@1.2.3.4" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@1..3" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@1.2.x" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@-1.2.3" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@v1.2.3" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@latest" (func))) "invalid interface version")
;; semver: numbers have no leading zeros
(assert_invalid (component (import "a:b/c@01.2.3" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@1.02.3" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@1.2.03" (func))) "invalid interface version")
;; semver: nor have numeric identifiers of a pre-release
(assert_invalid (component (import "a:b/c@1.2.3-01" (func))) "invalid interface version")
;; semver: identifiers are not empty
(assert_invalid (component (import "a:b/c@1.2.3-" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@1.2.3-a..b" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@1.2.3+" (func))) "invalid interface version")
;; semver: identifiers have letters, digits and hyphens
(assert_invalid (component (import "a:b/c@1.2.3-a_b" (func))) "invalid interface version")
;; semver: build metadata is once
(assert_invalid (component (import "a:b/c@1.2.3+a+b" (func))) "invalid interface version")
;; interfacename: nothing stands around the version
(assert_invalid (component (import "a:b/c@ 1.2.3" (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@1.2.3 " (func))) "invalid interface version")
(assert_invalid (component (import "a:b/c@1.2.3/d" (func))) "invalid interface version")
;; plainname: has no version
(assert_invalid (component (import "c@1.2.3" (func))) "is not a valid extern name")
;; export: the same rules
(assert_invalid (component (instance $i) (export "a:b/c@1" (instance $i))) "invalid interface version")
(assert_invalid (component (instance $i) (export "a:B/c" (instance $i))) "is not lowercase")
;; exportdecl, importdecl: the same rules
(assert_invalid (component (type (instance (export "a:b/c@1.2" (func))))) "invalid interface version")
(assert_invalid (component (type (component (import "a:b/c@1.2" (func))))) "invalid interface version")
;; inlineexport: the same rules
(assert_invalid
  (component (import "f" (func $f)) (instance (export "a:b/c@1.2" (func $f))))
  "invalid interface version")

;; Name Uniqueness: other versions are other names
(component definition
  (import "a:b/c" (instance))
  (import "a:b/c@1.0.0" (instance))
  (import "a:b/c@1.0.1" (instance))
  (import "a:b/c@1.0.1-rc.1" (instance)))
;; Name Uniqueness: an import and an export may have the same name
(component definition
  (import "a:b/c@1.0.0" (instance $i))
  (export "a:b/c@1.0.0" (instance $i)))
;; Name Uniqueness: interfaces of one name
(assert_invalid
  (component (import "a:b/c" (instance)) (import "a:b/c" (instance)))
  "conflicts with previous name")
(assert_invalid
  (component (import "a:b/c@1.0.0" (instance)) (import "a:b/c@1.0.0" (func)))
  "conflicts with previous name")
(assert_invalid
  (component (instance $i) (export "a:b/c@1.0.0" (instance $i)) (export "a:b/c@1.0.0" (instance $i)))
  "conflicts with previous name")

;; Components whose names are those of interfaces: they are imported under these.
(component $test:linking/major@1.2.3 (core module (export "m")))
(component $test:linking/minor@0.2.3 (core module (export "m")))
(component $test:linking/patch@0.0.3 (core module (export "m")))
(component $test:linking/pre@1.0.0-rc.1 (core module (export "m")))
(component $test:linking/none (core module (export "m")))
;; import: the very version
(component (import "test:linking/major@1.2.3" (instance (export "m" (core module)))))
(component (import "test:linking/minor@0.2.3" (instance (export "m" (core module)))))
(component (import "test:linking/patch@0.0.3" (instance (export "m" (core module)))))
(component (import "test:linking/pre@1.0.0-rc.1" (instance (export "m" (core module)))))
(component (import "test:linking/none" (instance (export "m" (core module)))))
;; Canonical Interface Name: versions with the same major number, above 0, are compatible, in both directions
(component (import "test:linking/major@1.0.0" (instance (export "m" (core module)))))
(component (import "test:linking/major@1.3.0" (instance (export "m" (core module)))))
;; Canonical Interface Name: of major version 0, those with the same minor number, above 0, in both directions
(component (import "test:linking/minor@0.2.0" (instance (export "m" (core module)))))
(component (import "test:linking/minor@0.2.4" (instance (export "m" (core module)))))
;; Canonical Interface Name: other major versions are not
(assert_unlinkable
  (component (import "test:linking/major@2.2.3" (instance (export "m" (core module)))))
  "was not found")
(assert_unlinkable
  (component (import "test:linking/major@0.2.3" (instance (export "m" (core module)))))
  "was not found")
;; Canonical Interface Name: other minor versions are not, of major version 0
(assert_unlinkable
  (component (import "test:linking/minor@0.3.0" (instance (export "m" (core module)))))
  "was not found")
(assert_unlinkable
  (component (import "test:linking/minor@0.1.3" (instance (export "m" (core module)))))
  "was not found")
(assert_unlinkable
  (component (import "test:linking/minor@1.2.3" (instance (export "m" (core module)))))
  "was not found")
;; Canonical Interface Name: other patches are not, of version 0.0
(assert_unlinkable
  (component (import "test:linking/patch@0.0.2" (instance (export "m" (core module)))))
  "was not found")
(assert_unlinkable
  (component (import "test:linking/patch@0.0.4" (instance (export "m" (core module)))))
  "was not found")
;; Canonical Interface Name: no version is none of them
(assert_unlinkable
  (component (import "test:linking/major" (instance (export "m" (core module)))))
  "was not found")
(assert_unlinkable
  (component (import "test:linking/none@1.0.0" (instance (export "m" (core module)))))
  "was not found")
;; interfacename: with the same version, another interface, package or namespace
(assert_unlinkable
  (component (import "test:linking/other@1.2.3" (instance (export "m" (core module)))))
  "was not found")
(assert_unlinkable
  (component (import "test:other/major@1.2.3" (instance (export "m" (core module)))))
  "was not found")
(assert_unlinkable
  (component (import "other:linking/major@1.2.3" (instance (export "m" (core module)))))
  "was not found")

;; instantiatearg: inside of a component a name is supplied by that very name
(component
  (component $C (import "a:b/c@1.2.3" (instance)))
  (instance $i)
  (instance (instantiate $C (with "a:b/c@1.2.3" (instance $i))))
)
(assert_invalid
  (component
    (component $C (import "a:b/c@1.2.3" (instance)))
    (instance $i)
    (instance (instantiate $C (with "a:b/c@1.3.0" (instance $i)))))
  "missing import named `a:b/c@1.2.3`")
