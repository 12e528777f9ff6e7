;; The passes over rows and histograms that take most of training, on the memory that all threads share.
;;
;; A row is a record: the gradient and the hessian, each a whole number of 64 bits (the lowest bits of the hessian's
;; count the row), then a byte for each feature, its bin; features come in fours. A histogram has 16 bytes for each of a
;; feature's 256 bins: the sums of both numbers. Whole numbers add up to the same in any order.
(module
  (import "shared" "memory" (memory 1 65536 shared))

  ;; Adds the records of the rows listed from $order to before $end to the histograms of their bins, 4 × $fours features.
  (func (export "count")
    (param $order i32) (param $end i32) (param $records i32) (param $stride i32) (param $fours i32)
    (param $histograms i32)
    (local $record i32) (local $stop i32) (local $sums i32) (local $four i32) (local $at i32) (local $pair v128)
    (local $ahead i32) (local $pause i32)
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $order) (local.get $end)))
        ;; The records of a deep node lie far apart. Touching those of 1,024 rows first, which do not wait for one another,
        ;; brings them near; the sums below would wait for every one.
        (if (i32.ge_u (local.get $order) (local.get $pause)) (then
          (local.set $ahead (local.get $order))
          (local.set $pause (i32.add (local.get $order) (i32.const 4096)))
          (if (i32.gt_u (local.get $pause) (local.get $end)) (then (local.set $pause (local.get $end))))
          (loop $touch
            (local.set $record (i32.add (local.get $records)
              (i32.mul (i32.load (local.get $ahead)) (local.get $stride))))
            (drop (i32.load (local.get $record)))
            (drop (i32.load (i32.add (local.get $record) (i32.sub (local.get $stride) (i32.const 4)))))
            (local.set $ahead (i32.add (local.get $ahead) (i32.const 4)))
            (br_if $touch (i32.lt_u (local.get $ahead) (local.get $pause))))))
        (local.set $record (i32.add (local.get $records)
          (i32.mul (i32.load (local.get $order)) (local.get $stride))))
        (local.set $pair (v128.load (local.get $record)))
        (local.set $record (i32.add (local.get $record) (i32.const 16)))
        (local.set $stop (i32.add (local.get $record) (i32.shl (local.get $fours) (i32.const 2))))
        (local.set $sums (local.get $histograms))
        (loop $features
          (local.set $four (i32.load (local.get $record)))
          (local.set $at (i32.add (local.get $sums) (i32.and (i32.shl (local.get $four) (i32.const 4)) (i32.const 0xff0))))
          (v128.store (local.get $at)
            (i64x2.add (v128.load (local.get $at)) (local.get $pair)))
          (local.set $at (i32.add (local.get $sums) (i32.and (i32.shr_u (local.get $four) (i32.const 4)) (i32.const 0xff0))))
          (v128.store offset=4096 (local.get $at)
            (i64x2.add (v128.load offset=4096 (local.get $at)) (local.get $pair)))
          (local.set $at (i32.add (local.get $sums) (i32.and (i32.shr_u (local.get $four) (i32.const 12)) (i32.const 0xff0))))
          (v128.store offset=8192 (local.get $at)
            (i64x2.add (v128.load offset=8192 (local.get $at)) (local.get $pair)))
          (local.set $at (i32.add (local.get $sums) (i32.and (i32.shr_u (local.get $four) (i32.const 20)) (i32.const 0xff0))))
          (v128.store offset=12288 (local.get $at)
            (i64x2.add (v128.load offset=12288 (local.get $at)) (local.get $pair)))
          (local.set $sums (i32.add (local.get $sums) (i32.const 16384)))
          (local.set $record (i32.add (local.get $record) (i32.const 4)))
          (br_if $features (i32.lt_u (local.get $record) (local.get $stop))))
        (local.set $order (i32.add (local.get $order) (i32.const 4)))
        (br $rows))))

  ;; Adds the histograms at $other to those from $sums to before $end.
  (func (export "add") (param $sums i32) (param $end i32) (param $other i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $sums) (local.get $end)))
        (v128.store (local.get $sums) (i64x2.add (v128.load (local.get $sums)) (v128.load (local.get $other))))
        (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
        (local.set $other (i32.add (local.get $other) (i32.const 16)))
        (br $next))))

  ;; Takes the histograms at $other away from those from $sums to before $end.
  (func (export "subtract") (param $sums i32) (param $end i32) (param $other i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $sums) (local.get $end)))
        (v128.store (local.get $sums) (i64x2.sub (v128.load (local.get $sums)) (v128.load (local.get $other))))
        (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
        (local.set $other (i32.add (local.get $other) (i32.const 16)))
        (br $next))))

  ;; Turns the derivatives of the records from $record to before $end, two doubles each, into whole numbers of units.
  (func (export "fix")
    (param $record i32) (param $end i32) (param $stride i32)
    (param $gradients f64) (param $hessians f64) (param $countBits i64)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $record) (local.get $end)))
        (i64.store (local.get $record) (i64.trunc_sat_f64_s
          (f64.nearest (f64.mul (f64.load (local.get $record)) (local.get $gradients)))))
        (i64.store offset=8 (local.get $record) (i64.add (i64.const 1) (i64.shl (i64.trunc_sat_f64_s
          (f64.nearest (f64.mul (f64.load offset=8 (local.get $record)) (local.get $hessians))))
          (local.get $countBits))))
        (local.set $record (i32.add (local.get $record) (local.get $stride)))
        (br $next)))))
